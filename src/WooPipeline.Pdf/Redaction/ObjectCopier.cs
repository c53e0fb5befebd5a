using WooPipeline.Pdf.Color;
using WooPipeline.Pdf.Filters;
using WooPipeline.Pdf.Filters.Jbig2;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Copies objects into the new file by the table of allowed keys; what is shared in the source stays shared.</summary>
internal sealed class ObjectCopier(PdfFile file, PdfObjectStore store)
{
    private const int MaxDepth = 40;
    private static readonly string[] SpaceKeys = ["WhitePoint", "BlackPoint", "Gamma", "Matrix", "Range"];
    private readonly Dictionary<(PdfObject, string), PdfReference> copied = [];
    private int depth;

    public Func<PdfDictionary, PdfObject>? Font { get; set; }

    public Func<PdfStream, PdfObject>? Form { get; set; }

    /// <summary>Entries of a dictionary that its kind allows.</summary>
    public PdfDictionary Entries(PdfDictionary source, string kind)
    {
        var target = new PdfDictionary();
        foreach (var (key, valueKind) in AllowedKeys.Of(kind).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            if (source[key] is { } value && Copy(value, valueKind) is { } copy)
            {
                target[key] = copy;
            }
        }

        return target;
    }

    /// <summary>A copy of a value of a kind; null where it isn't one.</summary>
    public PdfObject? Copy(PdfObject? source, string kind)
    {
        if (depth >= MaxDepth)
        {
            return null;
        }

        depth++;
        try
        {
            var value = file.Resolve(source);
            return kind switch
            {
                "" => Plain(value),
                "name" => value is PdfName ? value : null,
                "function" => Function(value),
                "font" => value is PdfArray { Count: 2 } pair && file.Resolve(pair[0]) is PdfDictionary font && Font is not null
                    ? new PdfArray([Font(font), Plain(file.Resolve(pair[1])) ?? PdfNull.Instance]) : null,
                "form" => value is PdfStream form ? Form?.Invoke(form) : null,
                "softmask" => value is PdfName ? value : value is PdfDictionary mask ? WithType(Entries(mask, kind), "Mask") : null,
                "border" => value is PdfDictionary border ? WithType(Entries(border, kind), "Border") : null,
                "group" => value is PdfDictionary group ? Entries(group, kind) : null,
                "decode" => null, // written anew with the filter it belongs to
                "image" => value is PdfStream image ? Image(image) : Plain(value),
                "jbig2" => value is PdfStream segments ? Shared(segments, kind, () => Deflate.Stream(new PdfDictionary(), Jbig2Scrubber.Scrub(file.Decode(segments).Data))) : null,
                "plainstream" => value is PdfStream stream ? Shared(stream, kind, () => Repacked(stream, new PdfDictionary())) : null,
                "shading" => Shading(value),
                "graphicsstate" => value is PdfDictionary state ? WithType(Entries(state, kind), "ExtGState") : null,
                _ => null,
            };
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>A resource of a category.</summary>
    public PdfObject? Resource(string category, PdfObject? source)
    {
        var value = file.Resolve(source);
        return category switch
        {
            "Font" => value is PdfDictionary font ? Font?.Invoke(font) : null,
            "ColorSpace" => Plain(value),
            "ExtGState" => value is PdfDictionary state ? SharedDictionary(state, "graphicsstate", () => WithType(Entries(state, "graphicsstate"), "ExtGState")) : null,
            "Shading" => Shading(value),
            "Pattern" => Pattern(value),
            "XObject" => value is PdfStream stream ? file.Name(stream.Dictionary, "Subtype") == "Image" ? Image(stream) : Form?.Invoke(stream) : null,
            _ => null,
        };
    }

    /// <summary>A stream with its filters undone where they can be, and packed anew.</summary>
    public PdfStream Repacked(PdfStream source, PdfDictionary dictionary, int expected = -1)
    {
        var result = file.Decode(source);
        if (result.Codec is null)
        {
            // Bytes after the last row are not seen; they can be anything.
            var data = expected >= 0 && expected < result.Data.Length ? result.Data[..expected] : result.Data;
            return Deflate.Stream(dictionary, data.Span);
        }

        dictionary["Filter"] = new PdfName(result.Codec);
        if (Parameters(source) is { Count: > 0 } parameters)
        {
            dictionary["DecodeParms"] = parameters;
        }

        return new PdfStream(dictionary, result.Codec switch
        {
            "DCTDecode" => JpegScrubber.Scrub(result.Data),
            "JBIG2Decode" => Jbig2Scrubber.Scrub(result.Data),
            _ => result.Data,
        });
    }

    public PdfReference Image(PdfStream source) => Shared(source, "image", () =>
    {
        var dictionary = Entries(source.Dictionary, "image");
        dictionary["Type"] = new PdfName("XObject");
        dictionary["Subtype"] = new PdfName("Image");
        dictionary["BitsPerComponent"] ??= PixelData.Bits(file, source.Dictionary) == 1 ? new PdfInteger(1) : null;
        var length = PixelData.Length(file, source.Dictionary);
        if (length < 0 || !PixelData.HasPlainSamples(file, source.Dictionary) || file.Decode(source) is not { Codec: null } result)
        {
            return Repacked(source, dictionary, length);
        }

        var samples = result.Data[..Math.Min(length, result.Data.Length)].ToArray();
        PixelText.Break(samples);
        return Deflate.Stream(dictionary, samples);
    });

    /// <summary>An ICC profile without its words.</summary>
    public PdfReference Profile(PdfStream source) => Shared(source, "icc", () =>
        Deflate.Stream(Entries(source.Dictionary, "icc"), file.Decode(source) is { Codec: null } profile ? IccScrubber.Scrub(profile.Data.Span) : []));

    private PdfDictionary? Parameters(PdfStream source)
    {
        var value = file.Resolve(source.Dictionary["DecodeParms"] ?? source.Dictionary["DP"]);
        var last = value is PdfArray { Count: > 0 } array ? file.Resolve(array[^1]) : value;
        if (last is not PdfDictionary set)
        {
            return null;
        }

        var kept = Entries(set, "decode");
        return kept;
    }

    private PdfObject? Plain(PdfObject value)
    {
        switch (value)
        {
            case PdfArray array:
                return new PdfArray(array.Select(i => Element(i) ?? PdfNull.Instance));
            case PdfNumber or PdfName or PdfBoolean:
                return value;
            default:
                return null;
        }
    }

    private PdfObject? Element(PdfObject item)
    {
        if (depth >= MaxDepth)
        {
            return null;
        }

        depth++;
        var value = file.Resolve(item);
        PdfObject? result = value switch
        {
            PdfArray => Plain(value),
            PdfString text => new PdfString(text.Bytes, isHex: true),
            PdfStream stream when stream.Dictionary.Contains("FunctionType") => Function(stream),
            PdfStream stream when stream.Dictionary.Contains("N") => Profile(stream),
            PdfStream stream => Shared(stream, "plainstream", () => Repacked(stream, new PdfDictionary())),
            PdfDictionary set when set.Contains("FunctionType") => Function(set),
            PdfDictionary set => Space(set),
            PdfNull => PdfNull.Instance,
            _ => Plain(value),
        };
        depth--;
        return result;
    }

    private PdfDictionary Space(PdfDictionary source)
    {
        var target = new PdfDictionary();
        foreach (var key in SpaceKeys)
        {
            target[key] = source[key] is { } value ? Plain(file.Resolve(value)) : null;
        }

        return target;
    }

    private PdfObject? Function(PdfObject value) => value switch
    {
        PdfArray several => new PdfArray(several.Select(f => Copy(f, "function") ?? PdfNull.Instance)),
        PdfStream stream => Shared(stream, "function", () => Repacked(stream, Entries(stream.Dictionary, "function"))),
        PdfDictionary one => Functions(one),
        PdfName name => name,
        _ => null,
    };

    private PdfDictionary Functions(PdfDictionary one)
    {
        var target = Entries(one, "function");
        if (file.Resolve(one["Functions"]) is PdfArray parts)
        {
            target["Functions"] = new PdfArray(parts.Select(p => Copy(p, "function") ?? PdfNull.Instance));
        }

        return target;
    }

    private PdfObject? Shading(PdfObject value) => value switch
    {
        PdfStream mesh => Shared(mesh, "shading", () => Repacked(mesh, Entries(mesh.Dictionary, "shading"))),
        PdfDictionary plain => SharedDictionary(plain, "shading", () => Entries(plain, "shading")),
        _ => null,
    };

    private PdfObject? Pattern(PdfObject value) => value switch
    {
        PdfStream tiling => Form?.Invoke(tiling),
        PdfDictionary shading => SharedDictionary(shading, "shadingpattern", () => WithType(Entries(shading, "shadingpattern"), "Pattern")),
        _ => null,
    };

    private PdfReference Shared(PdfStream source, string kind, Func<PdfObject> make)
    {
        if (!copied.TryGetValue((source, kind), out var reference))
        {
            copied[(source, kind)] = reference = store.Reserve();
            store.Set(reference, make());
        }

        return reference;
    }

    private PdfReference SharedDictionary(PdfDictionary source, string kind, Func<PdfObject> make)
    {
        if (!copied.TryGetValue((source, kind), out var reference))
        {
            copied[(source, kind)] = reference = store.Reserve();
            store.Set(reference, make());
        }

        return reference;
    }

    private static PdfDictionary WithType(PdfDictionary dictionary, string type)
    {
        dictionary["Type"] = new PdfName(type);
        return dictionary;
    }
}
