using System.Security.Cryptography;
using System.Text;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>The shared folder: whole files or none, checked by who reads, and no way out of it.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Store store;

    public StoreTests() => store = Store.Open(folder.Path, TimeSpan.FromMilliseconds(200));

    [Fact]
    public void Content_comes_back_by_its_hash()
    {
        var hash = store.Put("inhoud"u8.ToArray());

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("inhoud"u8)), hash);
        Assert.Equal("inhoud"u8.ToArray(), store.Read(hash));
        Assert.Equal(hash, store.Put("inhoud"u8.ToArray()));
        Assert.True(store.Has(new FilePart(hash, 2, 4, "")));
        Assert.False(store.Has(new FilePart(hash, 2, 5, "")));
        Assert.Equal("houd"u8.ToArray(), store.Read(new FilePart(hash, 2, 4, Convert.ToHexStringLower(SHA256.HashData("houd"u8).AsSpan(0, 8)))));
    }

    [Fact]
    public void Changed_content_is_never_given_out()
    {
        var hash = store.Put("inhoud"u8.ToArray());
        File.WriteAllText(Files().Single(f => Path.GetFileName(f) == hash), "anders");

        Assert.Throws<DossierException>(() => store.Read(hash));
        Assert.Equal(hash, store.Put("inhoud"u8.ToArray()));
        Assert.Equal("inhoud"u8.ToArray(), store.Read(hash));
        Assert.Throws<DossierException>(() => store.Read(new FilePart(hash, 0, 3, "0000000000000000")));
    }

    [Fact]
    public void A_source_that_changed_meanwhile_is_not_taken()
    {
        var source = Path.Combine(Directory.CreateDirectory(folder.File("elders")).FullName, "bron.eml");
        File.WriteAllText(source, "eerst");
        var hash = Convert.ToHexStringLower(SHA256.HashData("eerst"u8));

        Assert.True(store.PutFile(source, hash));
        Assert.True(store.PutFile(source, hash));
        File.WriteAllText(source, "later en langer");
        Assert.False(store.PutFile(source, hash));
        Assert.False(store.PutFile(folder.File("er-niet.eml"), hash));
        Assert.Equal("eerst"u8.ToArray(), store.Read(hash));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void A_result_comes_back_and_one_that_is_cut_off_counts_as_none(int length)
    {
        var task = new string('a', 64);
        var content = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        using (var spool = new Spool())
        {
            spool.Write(content);
            store.WriteResult(task, spool);
            store.WriteResult(task, spool);
        }

        using (var result = store.OpenResult(task))
        {
            var bytes = new byte[result!.Length];
            result.ReadExactly(bytes);
            Assert.Equal(content, bytes);
            Assert.Equal(-1, result.ReadByte());
        }

        var file = Files().Single(f => Path.GetFileName(f) == task);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);
        Assert.Null(store.OpenResult(task));
        Assert.False(store.HasResult(task));
    }

    [Fact]
    public void Many_at_once_leave_one_file_and_nothing_aside()
    {
        var content = Encoding.UTF8.GetBytes(new string('x', 10_000));
        Parallel.For(0, 64, _ => store.Put(content));

        Assert.Equal(2, Files().Count);
        Assert.DoesNotContain(Files(), f => f.EndsWith(".nieuw", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("r../x")]
    [InlineData("")]
    public void A_name_that_is_no_hash_leads_nowhere(string name) =>
        Assert.ThrowsAny<Exception>(() => store.Read(new FilePart(name.Length == 0 ? "r" : name, 0, 1, "")));

    [Fact]
    public void All_that_open_it_see_the_same_store_and_names_tell_nothing()
    {
        var others = Enumerable.Range(0, 8).AsParallel().Select(_ => Store.Open(folder.Path, TimeSpan.FromSeconds(1)).Id).ToList();

        Assert.All(others, o => Assert.Equal(store.Id, o));
        using var elsewhere = new TemporaryFolder();
        Assert.NotEqual(store.NameFor("dossier"), Store.Open(elsewhere.Path, TimeSpan.FromSeconds(1)).NameFor("dossier"));
        Assert.Throws<DossierException>(() => Store.Open(elsewhere.File("er-niet"), TimeSpan.FromSeconds(1)));
    }

    public void Dispose() => folder.Dispose();

    private List<string> Files() => [.. Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories)];
}
