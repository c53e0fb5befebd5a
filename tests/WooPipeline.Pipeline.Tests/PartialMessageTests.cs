using WooPipeline.Documents;
using WooPipeline.Formats;

namespace WooPipeline.Pipeline.Tests;

public sealed class PartialMessageTests
{
    private static string Piece(int number, string fragment) =>
        $"From: a@example.nl\nTo: b@example.nl\nSubject: drager {number}\nMIME-Version: 1.0\nContent-Type: message/partial; id=\"x@example.nl\"; number={number}; total=2\n\n{fragment}";

    private const string First = "Subject: het geheel\nContent-Type: text/plain\n\nHet begin van de zin\n";
    private const string Second = "en het einde daarvan.\n";

    [Fact]
    public void Pieces_in_one_mail_folder_are_joined()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.mbox"), $"From a Mon Jun 01 10:00:00 2009\n{Piece(2, Second)}\nFrom a Mon Jun 01 10:00:00 2009\n{Piece(1, First)}\n");
        var units = new SourceExpander(FormatCatalog.Default, ReadLimits.Default).Expand(folder.File("a.mbox"), "bronnen/a.mbox").ToList();

        var joined = Assert.Single(units, u => u.Path == "bronnen/a.mbox/000002.eml/samengevoegd.eml");
        Assert.Equal("bronnen/a.mbox/000002.eml", joined.Parent);
        Assert.Contains("begin van de zin\nen het einde", TextView.Of(Assert.IsType<DocumentRead>(joined.Result).Tree).Text, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(units, u => u.Members is not null).Members);
    }

    [Fact]
    public void Pieces_in_files_of_their_own_are_joined_and_once_more_from_the_workspace()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("bronnen"));
        File.WriteAllText(folder.File("bronnen/1.eml"), Piece(2, Second));
        File.WriteAllText(folder.File("bronnen/2.eml"), Piece(1, First));
        File.WriteAllText(folder.File("bronnen/3.eml"), "From: a@example.nl\nSubject: los\nMessage-ID: <x@y>\n\nEen bericht.\n");
        for (var run = 0; run < 2; run++)
        {
            var dossier = DossierFolder.Open(folder.Path);
            using var workspace = Workspace.Open(dossier, folder.File("uit"));
            var stage = new ReadStage(dossier, workspace, new SourceExpander(FormatCatalog.Default, ReadLimits.Default), new Workers(2, new SilentObserver(), CancellationToken.None));
            var documents = stage.Run().Documents;

            Assert.Equal(
                ["bronnen/1.eml", "bronnen/1.eml/1-bericht.eml", "bronnen/2.eml", "bronnen/2.eml/1-bericht.eml", "bronnen/2.eml/samengevoegd.eml", "bronnen/3.eml"],
                documents.Select(d => d.Unit.Path));
            Assert.Contains("begin van de zin\nen het einde", TextView.Of(workspace.Tree(documents[4].Unit)).Text, StringComparison.Ordinal);
        }
    }
}
