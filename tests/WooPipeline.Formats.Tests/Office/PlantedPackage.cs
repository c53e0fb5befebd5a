using System.IO.Compression;
using System.Text;
using WooPipeline.Formats.Image;

namespace WooPipeline.Formats.Tests.Office;

/// <summary>Builds a package by hand and hands out tokens, one for each carrier.</summary>
internal abstract class PlantedPackage
{
    protected const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private readonly Dictionary<string, byte[]> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> links = new(StringComparer.Ordinal);
    private readonly List<string> types = [];

    /// <summary>What each token stands in, by token.</summary>
    public Dictionary<string, string> Carriers { get; } = new(StringComparer.Ordinal);

    public byte[] Bytes { get; private set; } = [];

    /// <summary>A new token for a carrier.</summary>
    protected string T(string carrier)
    {
        var token = "geheim" + (Carriers.Count + 101);
        Carriers.Add(token, carrier);
        return token;
    }

    /// <summary>Relates a part (empty name: the package) to a target; gives the id.</summary>
    protected string Link(string from, string kind, string target, bool external = false)
    {
        if (!links.TryGetValue(from, out var list))
        {
            links[from] = list = [];
        }

        var id = "rId" + (list.Count + 1);
        var type = kind.Contains('/', StringComparison.Ordinal) ? kind : Rel + kind;
        list.Add($"<Relationship Id=\"{id}\" Type=\"{type}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/>");
        return id;
    }

    protected void Part(string name, string type, string content)
    {
        Raw(name, Encoding.UTF8.GetBytes(content));
        types.Add($"<Override PartName=\"/{name}\" ContentType=\"{type}\"/>");
    }

    protected void Raw(string name, byte[] content) => parts[name] = content;

    /// <summary>Core, application and custom properties, custom XML, a thumbnail and a part nobody knows.</summary>
    protected void Properties()
    {
        Part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", $"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>{T("creator")}</dc:creator><cp:lastModifiedBy>{T("last modified by")}</cp:lastModifiedBy><dc:subject>{T("subject")}</dc:subject><cp:keywords>{T("keywords")}</cp:keywords></cp:coreProperties>");
        Part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", $"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Manager>{T("manager")}</Manager><Company>{T("company")}</Company></Properties>");
        Part("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml", $"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"x\"><vt:lpwstr>{T("custom property")}</vt:lpwstr></property></Properties>");
        Part("customXml/item1.xml", "application/xml", $"<brief><afzender>{T("custom xml")}</afzender></brief>");
        Raw("docProps/thumbnail.png", Png(T("thumbnail")));
        Raw("onbekend/deel.dat", Encoding.Unicode.GetBytes(T("unknown part in utf-16")));
        Link("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
        Link("", "extended-properties", "docProps/app.xml");
        Link("", "custom-properties", "docProps/custom.xml");
        Link("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail", "docProps/thumbnail.png");
    }

    protected void Pack()
    {
        types.Insert(0, "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"dat\" ContentType=\"application/octet-stream\"/><Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>");
        Raw("[Content_Types].xml", Encoding.UTF8.GetBytes($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">{string.Concat(types)}</Types>"));
        foreach (var (from, list) in links)
        {
            var slash = from.LastIndexOf('/') + 1;
            Raw($"{from[..slash]}_rels/{from[slash..]}.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(list)}</Relationships>"));
        }

        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        Bytes = stream.ToArray();
    }

    /// <summary>A grey pixel with a text chunk.</summary>
    protected static byte[] Png(string text)
    {
        var pixel = PngEncoder.Encode([0x80], 1, 1, 1);
        var data = Encoding.UTF8.GetBytes("Author\0" + text);
        byte[] length = [0, 0, (byte)(data.Length >> 8), (byte)data.Length];
        return [.. pixel[..33], .. length, .. "tEXt"u8, .. data, 0, 0, 0, 0, .. pixel[33..]];
    }
}
