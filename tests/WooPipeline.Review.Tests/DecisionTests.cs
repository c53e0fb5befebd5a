using System.Net;
using System.Text.Json.Nodes;
using WooPipeline.Pipeline;

namespace WooPipeline.Review.Tests;

/// <summary>Decisions as the server keeps them: at once, undone without end, never over someone else's, found again in a changed text.</summary>
public sealed class DecisionTests
{
    private const string Mail = "From: Femke Roodnat <f.roodnat@example.nl>\nTo: Karel Oostwal <k.oostwal@example.nl>\nSubject: Overleg\nDate: Wed, 22 Nov 2023 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nBeste Karel,\n\nHet project Zilvervis start in maart. Zilvervis is vertrouwelijk.\n\nMet vriendelijke groet,\nFemke Roodnat\n";

    [Fact]
    public async Task A_decision_is_on_disk_when_it_is_answered_and_undone_without_end()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var client = await Client.Open(server);
        var places = Places(await client.Get("/api/documents/0001"), "Zilvervis");
        Assert.Equal(2, places.Count);

        var version = "";
        for (var i = 0; i < 60; i++)
        {
            var (s, e) = places[i % 2];
            var changed = await client.Post("/api/documents/0001/passages", Decide(version, s, e, i % 3 == 0 ? "keep" : "remove", reason: $"reden {i}"));
            version = changed["status"]!["version"]!.GetValue<string>();
            Assert.Contains($"reden {i}", await File.ReadAllTextAsync(dossier.DecisionsOf("bronnen/a.eml")), StringComparison.Ordinal);
        }

        for (var i = 59; i >= 0; i--)
        {
            Assert.DoesNotContain("\"step\":null", (await client.Post("/api/undo", new { })).ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Null((await client.Post("/api/undo", new { }))["step"]);
        Assert.DoesNotContain("Zilvervis", await File.ReadAllTextAsync(dossier.DecisionsOf("bronnen/a.eml")), StringComparison.Ordinal);
        for (var i = 0; i < 60; i++)
        {
            await client.Post("/api/redo", new { });
        }

        Assert.Contains("reden 59", await File.ReadAllTextAsync(dossier.DecisionsOf("bronnen/a.eml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_reviewers_on_one_folder_do_not_overwrite_each_other()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var first = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var anna = await Client.Open(first);
        await using var second = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Bram" });
        using var bram = await Client.Open(second);
        var (s, e) = Places(await anna.Get("/api/documents/0001"), "Zilvervis")[0];

        await anna.Post("/api/documents/0001/passages", Decide("", s, e, "remove"));
        using var refused = await bram.Send("/api/documents/0001/passages", Decide("", s, e, "keep"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Iemand anders heeft dit document intussen gewijzigd", JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        var now = await bram.Get("/api/documents/0001/status");
        Assert.Contains(now["passages"]!.AsArray(), p => p!["by"]?.GetValue<string>() == "Anna");
        await bram.Post("/api/documents/0001/passages", Decide(now["version"]!.GetValue<string>(), s, e, "keep"));

        // Anna's step is Bram's no longer to undo over: it is refused, and what Bram decided stands.
        using var undone = await anna.Send("/api/undo", new { });
        Assert.Equal(HttpStatusCode.Conflict, undone.StatusCode);
        Assert.Contains("\"door\": \"Bram\"", await File.ReadAllTextAsync(dossier.DecisionsOf("bronnen/a.eml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_are_undone_and_redone_after_the_server_was_stopped_and_documents_were_added()
    {
        using var dossier = TestDossier.Of(("b.eml", Mail));
        var options = new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" };
        (int S, int E) place;
        await using (var server = await ReviewServer.StartAsync(options))
        {
            using var client = await Client.Open(server);
            place = Places(await client.Get("/api/documents/0001"), "Zilvervis")[0];
            var version = "";
            foreach (var reason in new[] { "een", "twee", "drie" })
            {
                version = (await client.Post("/api/documents/0001/passages", Decide(version, place.S, place.E, "remove", reason: reason)))["status"]!["version"]!.GetValue<string>();
            }

            await client.Post("/api/undo", new { });
        }

        // A document before it gives it another number; its steps are found by its source. A second server of the same name has steps of its own.
        dossier.Add("a.eml", System.Text.Encoding.UTF8.GetBytes(Mail.Replace("Overleg", "Vooraf", StringComparison.Ordinal)));
        await using var again = await ReviewServer.StartAsync(options);
        using var anna = await Client.Open(again);
        await using var beside = await ReviewServer.StartAsync(options);
        using var other = await Client.Open(beside);
        Assert.Null((await other.Post("/api/undo", new { }))["step"]);
        var redone = await anna.Post("/api/redo", new { });
        Assert.Equal("0002", redone["id"]!.GetValue<string>());
        var saved = dossier.DecisionsOf("bronnen/b.eml");
        Assert.Contains("\"reden\": \"drie\"", await File.ReadAllTextAsync(saved), StringComparison.Ordinal);
        await anna.Post("/api/undo", new { });
        await anna.Post("/api/undo", new { });
        Assert.Contains("\"reden\": \"een\"", await File.ReadAllTextAsync(saved), StringComparison.Ordinal);
        await anna.Post("/api/undo", new { });
        Assert.DoesNotContain("Zilvervis", await File.ReadAllTextAsync(saved), StringComparison.Ordinal);
        Assert.Null((await anna.Post("/api/undo", new { }))["step"]);
    }

    [Fact]
    public async Task A_step_that_another_reviewer_has_changed_since_is_not_taken_back_after_a_restart()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        (int S, int E) place;
        await using (var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" }))
        {
            using var client = await Client.Open(server);
            place = Places(await client.Get("/api/documents/0001"), "Zilvervis")[0];
            await client.Post("/api/documents/0001/passages", Decide("", place.S, place.E, "remove", reason: "van Anna"));
        }

        await using (var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Bram" }))
        {
            using var client = await Client.Open(server);
            Assert.Null((await client.Post("/api/undo", new { }))["step"]);
            var version = (await client.Get("/api/documents/0001/status"))["version"]!.GetValue<string>();
            await client.Post("/api/documents/0001/passages", Decide(version, place.S, place.E, "keep", reason: "van Bram"));
        }

        await using var again = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var anna = await Client.Open(again);
        using var refused = await anna.Send("/api/undo", new { });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("van Bram", await File.ReadAllTextAsync(dossier.DecisionsOf("bronnen/a.eml")), StringComparison.Ordinal);
        Assert.Null((await anna.Post("/api/undo", new { }))["step"]);
    }

    [Fact]
    public void A_journal_that_was_cut_off_or_spoilt_gives_what_is_whole_and_a_killed_step_is_found_in_the_decisions()
    {
        using var folder = new TemporaryFolder();
        string? IdOf(string source) => source == "bronnen/a.eml" ? "0001" : null;
        ReviewStep Step(string label, string source = "bronnen/a.eml") => new(label, [new DocumentChange("0001", null, new DocumentDecisions { Source = source })]);
        using (var first = new UndoStack(UndoJournal.Open(folder.File("d"), "Anna", IdOf), _ => StepStand.Other))
        {
            first.Push(Step("een"));
            first.Push(Step("twee"));
            first.Push(Step("drie"));
            first.PushRedo(first.PopUndo()!);
        }

        var path = Assert.Single(Directory.GetFiles(folder.File("d/.woo"), "terug-anna.log"));
        File.AppendAllText(path, "geen regel\n+\tkapot\t{\n+\tweg\t{\"documenten\":[{\"na\":{\"bron\":\"bronnen/weg.eml\"}}]}\n+\thalf\t{\"docu");
        using (var second = new UndoStack(UndoJournal.Open(folder.File("d"), "Anna", IdOf), _ => StepStand.Other))
        {
            // The two that can't be read are passed over: the first by the opening, the second by asking for it.
            Assert.Equal("twee", second.PopUndo()!.Label);
        }

        // "twee" was popped and never noted as undone: it stands as it was before, so that it was.
        using var third = new UndoStack(UndoJournal.Open(folder.File("d"), "Anna", IdOf), s => s.Label == "twee" ? StepStand.Before : StepStand.After);
        Assert.Equal(("een", "twee"), third.Next);
    }

    [Fact]
    public async Task What_is_decided_on_a_person_holds_in_documents_that_come_later()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail), ("b.eml", Mail.Replace("Overleg", "Vervolg", StringComparison.Ordinal).Replace("Zilvervis", "Ploeg", StringComparison.Ordinal)));
        var options = new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" };
        const string Later = "From: Femke Roodnat <f.roodnat@example.nl>\nTo: Karel Oostwal <k.oostwal@example.nl>\nSubject: Later\nDate: Thu, 7 Dec 2023 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nBeste Karel,\n\nFemke Roodnat heeft gebeld.\n\nMet vriendelijke groet,\nFemke Roodnat\n";
        await using (var server = await ReviewServer.StartAsync(options))
        {
            using var client = await Client.Open(server);
            var persons = (await client.Get("/api/persons"))["persons"]!.AsArray();
            string IdOf(string name) => Assert.Single(persons, p => p!["name"]!.GetValue<string>().Contains(name, StringComparison.Ordinal))!["id"]!.GetValue<string>();
            var dry = await client.Post($"/api/persons/{IdOf("Femke")}/decide", new { verdict = "keep", reason = "woordvoerder", dry = true });
            var done = await client.Post($"/api/persons/{IdOf("Femke")}/decide", new { verdict = "keep", reason = "woordvoerder", dry = false });
            Assert.Equal(dry["passages"]!.GetValue<int>(), done["passages"]!.GetValue<int>());
            await client.Post($"/api/persons/{IdOf("Karel")}/decide", new { verdict = "remove", ground = "5.1.2i", reason = "geheim", dry = false });
            Assert.Equal("persoon overal lakken", (await client.Post("/api/undo", new { }))["step"]!.GetValue<string>());
            await client.Post("/api/redo", new { });
        }

        Assert.Contains("\"besluit\": \"behouden\"", await File.ReadAllTextAsync(dossier.File("besluiten/_personen.json")), StringComparison.Ordinal);
        dossier.Add("0-eerst.eml", System.Text.Encoding.UTF8.GetBytes(Later));
        await using (var again = await ReviewServer.StartAsync(options))
        {
            using var client = await Client.Open(again);
            var document = await client.Get("/api/documents/0001");
            Assert.Equal("Later", document["row"]!["title"]!.GetValue<string>());
            Assert.Equal(0, document["row"]!["doubts"]!.GetValue<int>());
            var text = document["text"]!.GetValue<string>();
            var passages = document["status"]!["passages"]!.AsArray();
            Assert.All(passages.Where(p => Says(p!, text).Contains("Femke", StringComparison.Ordinal)), p => Assert.Equal(("keep", "woordvoerder", "Anna"), (p!["verdict"]!.GetValue<string>(), p["reason"]!.GetValue<string>(), p["by"]!.GetValue<string>())));
            Assert.All(passages.Where(p => Says(p!, text).Contains("Karel", StringComparison.Ordinal)), p => Assert.Equal(("remove", "5.1.2i"), (p!["verdict"]!.GetValue<string>(), p["ground"]!.GetValue<string>())));
            Assert.True(passages.Count(p => Says(p!, text).Contains("Femke", StringComparison.Ordinal)) >= 3);
        }

        var outcome = DossierRun.Execute(new RunOptions { Dossier = dossier.Path, Out = dossier.Out }, new StageProgress());
        Assert.Equal(0, outcome.ExitCode);
        var account = Account.Read(Path.Combine(dossier.Out, "intern", "lakverantwoording.csv"));
        Assert.All(account, r => Assert.Equal(("persoon: Anna", "5.1.2i", "geheim"), (r.Source, r.Ground, r.Motivation)));
        Assert.Contains(account, r => r.Document == "0001");
        if (ExternalTool.IsHere("pdftotext"))
        {
            var text = ExternalTool.Run("pdftotext", Path.Combine(dossier.Out, "publicatie", "documenten", "0001.pdf"), "-").Output;
            Assert.Contains("Femke Roodnat heeft gebeld", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Karel", text, StringComparison.Ordinal);
        }
    }

    private static string Says(JsonNode passage, string text) => text[passage["s"]!.GetValue<int>()..passage["e"]!.GetValue<int>()];

    [Fact]
    public async Task Reviewers_who_save_at_the_same_moment_lose_nothing()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var first = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var anna = await Client.Open(first);
        await using var second = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Bram" });
        using var bram = await Client.Open(second);
        var text = (await anna.Get("/api/documents/0001"))["text"]!.GetValue<string>();

        async Task<int> Work(Client client, int from)
        {
            var saved = 0;
            for (var i = 0; i < 40; i++)
            {
                var version = (await client.Get("/api/documents/0001/status"))["version"]!.GetValue<string>();
                using var answer = await client.Send("/api/documents/0001/passages", Decide(version, from + i, from + i + 1, "remove", reason: $"plaats {from + i}"));
                saved += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
            }

            return saved;
        }

        var counts = await Task.WhenAll(Work(anna, 0), Work(bram, text.Length - 60));
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(dossier.DecisionsOf("bronnen/a.eml")))!["passages"]!.AsArray();

        Assert.True(counts.Sum() > 0);
        Assert.Equal(counts.Sum(), kept.Count(p => p!["reden"]!.GetValue<string>().StartsWith("plaats", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Passages_that_moved_are_found_again_and_those_that_are_gone_are_shown()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using (var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" }))
        {
            using var client = await Client.Open(server);
            var document = await client.Get("/api/documents/0001");
            var (s, e) = Places(document, "Zilvervis")[1];
            var changed = await client.Post("/api/documents/0001/passages", Decide("", s, e, "remove", reason: "blijft"));
            (s, e) = Places(document, "maart")[0];
            await client.Post("/api/documents/0001/passages", Decide(changed["status"]!["version"]!.GetValue<string>(), s, e, "remove", reason: "vervalt"));
        }

        dossier.Add("a.eml", System.Text.Encoding.UTF8.GetBytes(Mail.Replace("in maart", "later", StringComparison.Ordinal).Replace("Beste Karel,", "Beste Karel,\n\nEen nieuwe regel vooraf.", StringComparison.Ordinal)));
        await using var again = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var reader = await Client.Open(again);
        var after = await reader.Get("/api/documents/0001");
        var moved = Assert.Single(after["status"]!["passages"]!.AsArray(), p => p!["reason"]!.GetValue<string>() == "blijft")!;
        Assert.Equal(Places(after, "Zilvervis")[1], (moved["s"]!.GetValue<int>(), moved["e"]!.GetValue<int>()));
        Assert.Equal("maart", Assert.Single(after["status"]!["lost"]!.AsArray())!["text"]!.GetValue<string>());
        Assert.Equal(1, (await reader.Get("/api/dossier"))["documents"]![0]!["lost"]!.GetValue<int>());

        var dropped = await reader.Post("/api/documents/0001/passages", new { version = after["status"]!["version"]!.GetValue<string>(), action = "drop-lost" });
        Assert.Empty(dropped["status"]!["lost"]!.AsArray());
        Assert.Contains("blijft", await File.ReadAllTextAsync(dossier.DecisionsOf("bronnen/a.eml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_sightings_follow_in_one_step_but_never_over_a_persons_decision()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail), ("b.eml", Mail.Replace("Overleg", "Vervolg", StringComparison.Ordinal)));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var client = await Client.Open(server);
        var second = await client.Get("/api/documents/0002");
        var (ks, ke) = Places(second, "Zilvervis")[0];
        await client.Post("/api/documents/0002/passages", Decide("", ks, ke, "keep", reason: "hier openbaar"));
        var (s, e) = Places(await client.Get("/api/documents/0001"), "Zilvervis")[0];
        var body = new { version = "", kind = "sightings", s, e, scope = "dossier", verdict = "remove", label = "OTHER", ground = "5.1.2b", reason = "bedrijfsnaam", dry = true };

        var forecast = await client.Post("/api/documents/0001/bulk", body);
        Assert.Equal((3, 1, 2), (forecast["passages"]!.GetValue<int>(), forecast["left"]!.GetValue<int>(), forecast["documents"]!.GetValue<int>()));
        Assert.False(File.Exists(dossier.DecisionsOf("bronnen/a.eml")));
        await client.Post("/api/documents/0001/bulk", body with { dry = false });

        Assert.Equal(2, (await client.Get("/api/documents/0001/status"))["passages"]!.AsArray().Count(p => p!["ground"]!.GetValue<string>() == "5.1.2b"));
        Assert.Contains("hier openbaar", await File.ReadAllTextAsync(dossier.DecisionsOf("bronnen/b.eml")), StringComparison.Ordinal);
        await client.Post("/api/undo", new { });
        Assert.DoesNotContain("5.1.2b", await File.ReadAllTextAsync(dossier.DecisionsOf("bronnen/a.eml")), StringComparison.Ordinal);
        Assert.DoesNotContain("5.1.2b", await File.ReadAllTextAsync(dossier.DecisionsOf("bronnen/b.eml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_finds_over_line_ends_and_removes_what_is_chosen()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail.Replace("Zilvervis is", "Project\nZilvervis is", StringComparison.Ordinal)));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var client = await Client.Open(server);

        var found = await client.Post("/api/search", new { query = "  project   zilvervis ", whole = true });
        var hits = found["documents"]![0]!["hits"]!.AsArray();
        Assert.Equal(2, hits.Count);
        var only = new[] { new { id = "0001", s = hits[1]!["s"]!.GetValue<int>(), e = hits[1]!["e"]!.GetValue<int>() } };
        await client.Post("/api/search/decide", new { query = "project zilvervis", whole = true, only, verdict = "remove", label = "OTHER", ground = "5.1.2b" });

        var states = (await client.Post("/api/search", new { query = "project zilvervis", whole = true }))["documents"]![0]!["hits"]!.AsArray().Select(h => h!["state"]!.GetValue<string>());
        Assert.Equal(["none", "remove"], states);
    }

    [Fact]
    public async Task A_document_is_not_ready_while_a_page_is_unseen_or_flagged()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var client = await Client.Open(server);
        async Task<bool> Marked(string mark)
        {
            var version = (await client.Get("/api/documents/0001/status"))["version"]!.GetValue<string>();
            return (await client.Post("/api/documents/0001/pages", new { version, page = 1, mark }))["status"]!["row"]!["ready"]!.GetValue<bool>();
        }

        Assert.False((await client.Get("/api/dossier"))["documents"]![0]!["ready"]!.GetValue<bool>());
        Assert.True(await Marked("gedaan"));
        Assert.False(await Marked("vlag"));
        using var refused = await client.Send("/api/publish", new { even = false });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task Four_eyes_are_two_persons()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var client = await Client.Open(server);
        using var bare = await client.Send("/api/documents/0001/judgement", new { version = "", state = "niet openbaar", grounds = new[] { "5.1.2i" }, motivation = "" });
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        var judged = await client.Post("/api/documents/0001/judgement", new { version = "", state = "niet openbaar", grounds = new[] { "5.1.2i" }, motivation = "Schaadt het overleg." });
        var version = judged["status"]!["version"]!.GetValue<string>();

        using var own = await client.Send("/api/documents/0001/confirm", new { version });
        Assert.Equal(HttpStatusCode.BadRequest, own.StatusCode);
        await client.Post("/api/reviewer", new { name = "Bram" });
        var confirmed = (await client.Post("/api/documents/0001/confirm", new { version }))["status"]!["judgement"]!;

        Assert.Equal(("Anna", "Bram"), (confirmed["by"]!.GetValue<string>(), confirmed["confirmedBy"]!.GetValue<string>()));
        Assert.NotEqual("", confirmed["at"]!.GetValue<string>());
        Assert.NotEqual("", confirmed["confirmedAt"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_draft_as_pdf_says_on_each_page_that_it_is_one_and_keeps_all_text()
    {
        using var dossier = TestDossier.Fixture();
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var client = await Client.Open(server);
        if (!ExternalTool.IsHere("pdftotext") || !ExternalTool.IsHere("qpdf"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        using var all = await client.Raw("/api/draft?vorm=pdf");
        using var zip = new System.IO.Compression.ZipArchive(await all.Content.ReadAsStreamAsync());
        Assert.Equal(18, zip.Entries.Count);
        foreach (var (id, says) in new[] { ("0004", "Priya Ramanathan"), ("0017", "Femke Roodnat"), ("0014", "4 maart 1951") })
        {
            using var answer = await client.Raw($"/api/draft?ids={id}&vorm=pdf");
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
            var path = folder.File(id + ".pdf");
            await File.WriteAllBytesAsync(path, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal(0, ExternalTool.Run("qpdf", "--check", path).ExitCode);
            var pages = ExternalTool.Run("pdftotext", "-layout", path, "-").Output.Split('\f')[..^1];
            Assert.All(pages, p => Assert.Contains($"CONCEPT – niet publiceren – {id}", p, StringComparison.Ordinal));
            Assert.Contains(says, string.Join(' ', pages), StringComparison.Ordinal);
            Assert.Contains("5.1.2e", string.Join(' ', pages), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_draft_outlines_what_goes_and_keeps_the_text()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail.Replace("maart.", "maart <b>& zo</b>.", StringComparison.Ordinal)));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var client = await Client.Open(server);
        using var answer = await client.Raw("/api/draft");
        var draft = await answer.Content.ReadAsStringAsync();

        Assert.Contains("<span class=\"out\">Femke Roodnat</span><sup>5.1.2e</sup>", draft, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp; zo&lt;/b&gt;", draft, StringComparison.Ordinal);
        Assert.Contains("Niet publiceren", draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Persons_are_joined_and_split_and_both_can_be_taken_back()
    {
        using var dossier = TestDossier.Of(
            ("a.eml", Mail), ("b.eml", Mail.Replace("Femke Roodnat", "F. Roodnat-Bos", StringComparison.Ordinal).Replace("f.roodnat@", "froodnatbos@", StringComparison.Ordinal).Replace("Overleg", "Vervolg", StringComparison.Ordinal)));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var client = await Client.Open(server);
        async Task<List<JsonNode>> Roodnat() => [.. (await client.Get("/api/persons"))["persons"]!.AsArray().Where(p => p!["name"]!.GetValue<string>().Contains("Roodnat", StringComparison.Ordinal)).Select(p => p!)];
        var before = await Roodnat();
        Assert.Equal(2, before.Count);

        await client.Post("/api/persons/join", new { ids = before.Select(p => p["id"]!.GetValue<string>()), dry = false });
        var joined = Assert.Single(await Roodnat());
        Assert.Equal(before.Sum(p => p["sightings"]!.GetValue<int>()), joined["sightings"]!.GetValue<int>());
        Assert.Contains("\"samen\"", await File.ReadAllTextAsync(dossier.File("besluiten/_personen.json")), StringComparison.Ordinal);

        var detail = await client.Get("/api/persons/" + joined["id"]!.GetValue<string>());
        var second = detail["names"]!.AsArray().Select(n => n!.GetValue<string>()).First(n => n.Contains("bos", StringComparison.Ordinal));
        await client.Post($"/api/persons/{joined["id"]!.GetValue<string>()}/split", new { names = new[] { second }, dry = false });
        Assert.Equal(2, (await Roodnat()).Count);
        await client.Post("/api/undo", new { });
        Assert.Single(await Roodnat());
        await client.Post("/api/undo", new { });
        Assert.Equal(2, (await Roodnat()).Count);
    }

    [Fact]
    public async Task A_person_is_public_by_role_only_with_a_reason_and_the_count_comes_first()
    {
        using var dossier = TestDossier.Of(("a.eml", Mail));
        await using var server = await ReviewServer.StartAsync(new ReviewOptions { Dossier = dossier.Path, Reviewer = "Anna" });
        using var client = await Client.Open(server);
        var person = (await client.Get("/api/persons"))["persons"]!.AsArray().First(p => p!["name"]!.GetValue<string>().Contains("Roodnat", StringComparison.Ordinal))!;
        var path = $"/api/persons/{person["id"]!.GetValue<string>()}/decide";

        using var bare = await client.Send(path, new { verdict = "keep", label = "NAME", ground = "", reason = " ", dry = false });
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        var forecast = await client.Post(path, new { verdict = "keep", label = "NAME", ground = "", reason = "openbaar in functie: directeur", dry = true });
        Assert.Equal(person["removed"]!.GetValue<int>(), forecast["changed"]!.GetValue<int>());
        Assert.False(File.Exists(dossier.DecisionsOf("bronnen/a.eml")));
        await client.Post(path, new { verdict = "keep", label = "NAME", ground = "", reason = "openbaar in functie: directeur", dry = false });

        var status = await client.Get("/api/documents/0001/status");
        Assert.DoesNotContain(status["passages"]!.AsArray(), p => p!["person"]?.GetValue<string>() == person["id"]!.GetValue<string>() && p["verdict"]!.GetValue<string>() == "remove");
    }

    private static DecideBody Decide(string version, int s, int e, string verdict, string reason = "") => new(version, "decide", s, e, verdict, "OTHER", "5.1.2b", reason);

    private static List<(int S, int E)> Places(JsonObject document, string text)
    {
        var all = document["text"]!.GetValue<string>();
        var found = new List<(int, int)>();
        for (var at = all.IndexOf(text, StringComparison.Ordinal); at >= 0; at = all.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            found.Add((at, at + text.Length));
        }

        return found;
    }

    private sealed record DecideBody(string Version, string Action, int S, int E, string Verdict, string Label, string Ground, string Reason);
}
