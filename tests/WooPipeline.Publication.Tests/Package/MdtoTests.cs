using System.Xml.Linq;
using System.Xml.Schema;

namespace WooPipeline.Publication.Tests;

public class MdtoTests
{
    [Fact]
    public void Sidecars_are_valid_and_never_public()
    {
        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        var files = Directory.GetFiles(folder.File("intern", "archief"));

        Assert.Equal(8, files.Length);
        Assert.Empty(Directory.GetFiles(folder.File("publicatie"), "*.mdto.xml", SearchOption.AllDirectories));
        if (Repository.Shared("standards", "diwoo", "MDTO-XML1.0.1.xsd") is { } schema)
        {
            var schemas = new XmlSchemaSet();
            schemas.Add(null, schema);
            Assert.All(files, f => XDocument.Load(f).Validate(schemas, (_, e) => Assert.Fail(e.Message)));
        }
    }
}
