using System.Security.Cryptography;
using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Writes fonts with only the letters still shown: outlines, widths, encodings, texts. Letters that only removed words used are gone.</summary>
internal sealed class FontCopier(PdfFile file, PdfObjectStore store, ObjectCopier objects)
{
    public void Write(FontUse use)
    {
        var target = file.Name(use.Source, "Subtype") switch
        {
            "Type0" => Composite(use),
            "Type3" => Type3(use),
            _ => Simple(use),
        };
        target["Type"] = new PdfName("Font");
        if (use.Source.Contains("ToUnicode") && use.Font is not null && !use.KeepsAll)
        {
            target["ToUnicode"] = store.Add(Deflate.Stream(new PdfDictionary(), ToUnicodeWriter.Write(use)));
        }

        store.Set(use.Target, target);
    }

    private PdfDictionary Simple(FontUse use)
    {
        var target = new PdfDictionary { { "Subtype", file.Name(use.Source, "Subtype") == "TrueType" ? "TrueType" : "Type1" } };
        var names = (use.Font as SimpleFont)?.GlyphNamesByCode ?? new string?[256];
        var source = file.Get<PdfDictionary>(use.Source, "FontDescriptor");
        var descriptor = source is null ? null : Descriptor(source, use, p => Prune(p, use, names));
        var name = Named(use.Source, descriptor, source);
        target["BaseFont"] = new PdfName(name);
        if (descriptor is not null)
        {
            descriptor["FontName"] = new PdfName(name);
            target["FontDescriptor"] = store.Add(descriptor);
        }

        var isEmbedded = descriptor is not null && HasProgram(descriptor);
        FontWidths.Copy(file, use, target, isEmbedded);
        target["Encoding"] = Encoding(use, isEmbedded);
        return target;
    }

    private PdfDictionary Type3(FontUse use)
    {
        var target = new PdfDictionary { { "Subtype", "Type3" } };
        target["FontMatrix"] = objects.Copy(use.Source["FontMatrix"], "");
        target["FontBBox"] = objects.Copy(use.Source["FontBBox"], "");
        FontWidths.Copy(file, use, target, isEmbedded: true);
        target["Encoding"] = Encoding(use, hasProgram: true);
        var drawings = new PdfDictionary();
        var names = (use.Font as SimpleFont)?.GlyphNamesByCode ?? new string?[256];
        var source = file.Get<PdfDictionary>(use.Source, "CharProcs") ?? new PdfDictionary();
        foreach (var name in use.Codes.Where(c => c < 256).Select(c => names[c]).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            if (file.Get<PdfStream>(source, name) is { } drawing)
            {
                drawings[name] = store.Add(objects.Repacked(drawing, new PdfDictionary()));
            }
        }

        target["CharProcs"] = drawings;
        var resources = new PdfDictionary();
        foreach (var (category, entries) in file.Get<PdfDictionary>(use.Source, "Resources") ?? new PdfDictionary())
        {
            if (category is not ("XObject" or "ExtGState" or "ColorSpace" or "Pattern" or "Shading") || file.Resolve(entries) is not PdfDictionary set)
            {
                continue;
            }

            var copies = new PdfDictionary();
            foreach (var (key, value) in set)
            {
                copies[key] = objects.Resource(category, value);
            }

            resources[category] = copies;
        }

        target["Resources"] = resources;
        return target;
    }

    private PdfDictionary Composite(FontUse use)
    {
        var source = file.Resolve(use.Source["DescendantFonts"]) is PdfArray { Count: > 0 } fonts ? file.Resolve(fonts[0]) as PdfDictionary : null;
        source ??= file.Get<PdfDictionary>(use.Source, "DescendantFonts") ?? new PdfDictionary();
        var map = (use.Font as CompositeFont)?.Map;
        SortedSet<int>? cids = map is null ? [] : [.. use.Codes.Select(map.CidOf)];
        var old = file.Get<PdfDictionary>(source, "FontDescriptor");
        // Codes of a predefined map that leads to unknown CIDs: what they need can't be told from the rest, so all stays.
        cids = use.KeepsAll || cids.Contains(-1) ? null : cids;
        var descriptor = old is null ? null : Descriptor(old, use, p => cids is null ? null : CompositeGlyphs.Prune(p, cids, CompositeGlyphs.Of(file, source, cids)));
        var name = Named(use.Source, descriptor, old);
        var descendant = new PdfDictionary { { "Type", "Font" }, { "Subtype", file.Name(source, "Subtype") == "CIDFontType0" ? "CIDFontType0" : "CIDFontType2" }, { "BaseFont", name } };
        descendant["CIDSystemInfo"] = CompositeGlyphs.System(file, source);
        descendant["DW"] = objects.Copy(source["DW"], "");
        descendant["DW2"] = objects.Copy(source["DW2"], "");
        CompositeGlyphs.Widths(file, source, descendant, cids);
        descendant["CIDToGIDMap"] = CompositeGlyphs.Map(file, source, cids, store);
        if (descriptor is not null)
        {
            descriptor["FontName"] = new PdfName(name);
            descendant["FontDescriptor"] = store.Add(descriptor);
        }

        var target = new PdfDictionary { { "Subtype", "Type0" }, { "BaseFont", name } };
        target["Encoding"] = CompositeGlyphs.Encoding(file, use, store);
        target["DescendantFonts"] = new PdfArray([store.Add(descendant)]);
        return target;
    }

    private PdfDictionary Descriptor(PdfDictionary source, FontUse use, Func<IFontProgram?, (string Key, PdfDictionary Entries, byte[] Data)?> prune)
    {
        var target = objects.Entries(source, "descriptor");
        target["Type"] = new PdfName("FontDescriptor");
        if (file.Get<PdfString>(source, "FontFamily") is { } text && PdfTextString.Decode(text) is { Length: < 64 } family && FontNames.IsKnown(family))
        {
            target["FontFamily"] = PdfString.OfText(family);
        }

        foreach (var key in (ReadOnlySpan<string>)["FontFile", "FontFile2", "FontFile3"])
        {
            if (file.Get<PdfStream>(source, key) is not { } stream)
            {
                continue;
            }

            var program = use.KeepsAll ? null : FontDescriptor.Read(file, source).Program;
            if (prune(program) is { } pruned)
            {
                target[pruned.Key] = store.Add(Deflate.Stream(pruned.Entries, pruned.Data));
            }
            else
            {
                // A font that can't be cut stays whole rather than that the text becomes unreadable.
                var whole = new PdfDictionary();
                foreach (var length in (ReadOnlySpan<string>)["Length1", "Length2", "Length3"])
                {
                    whole[length] = objects.Copy(stream.Dictionary[length], "");
                }

                whole["Subtype"] = key == "FontFile3" ? objects.Copy(stream.Dictionary["Subtype"], "name") : null;
                target[key] = store.Add(objects.Repacked(stream, whole));
            }

            break;
        }

        return target;
    }

    private static (string Key, PdfDictionary Entries, byte[] Data)? Prune(IFontProgram? program, FontUse use, string?[] names)
    {
        switch (program)
        {
            case EmbeddedTrueType font when new SimpleTrueTypeCodes(use, names).Build(font) is { } data:
                return ("FontFile2", new PdfDictionary { { "Length1", data.Length } }, data);
            case CffFont { IsCid: false } font:
                var used = use.Codes.Where(c => c < 256).Select(c => names[c] is { } n ? font.GlyphOfName(n) : -1).Where(g => g >= 0).ToHashSet();
                return CffPruner.Build(font, used) is { } cff ? ("FontFile3", new PdfDictionary { { "Subtype", "Type1C" } }, cff) : null;
            case Type1Font font:
                var wanted = use.Codes.Where(c => c < 256).Select(c => names[c]).OfType<string>().ToHashSet(StringComparer.Ordinal);
                return Type1Pruner.Build(font.Data, wanted, font.Encoding) is { } type1
                    ? ("FontFile", new PdfDictionary { { "Length1", type1.Clear }, { "Length2", type1.Encrypted }, { "Length3", type1.Data.Length - type1.Clear - type1.Encrypted } }, type1.Data) : null;
            default:
                return null;
        }
    }

    /// <summary>The encoding with the differences of codes still shown; names that neither a list nor the font needs are left out.</summary>
    private PdfObject? Encoding(FontUse use, bool hasProgram)
    {
        var value = file.Resolve(use.Source["Encoding"]);
        if (value is PdfName name)
        {
            return name.Value is "WinAnsiEncoding" or "MacRomanEncoding" or "StandardEncoding" or "MacExpertEncoding" or "PDFDocEncoding" ? name : null;
        }

        if (value is not PdfDictionary set)
        {
            return null;
        }

        var target = new PdfDictionary { { "Type", "Encoding" } };
        target["BaseEncoding"] = file.Name(set, "BaseEncoding") is "WinAnsiEncoding" or "MacRomanEncoding" or "StandardEncoding" or "MacExpertEncoding" ? set["BaseEncoding"] : null;
        var differences = new PdfArray();
        var code = 0;
        var last = -2;
        foreach (var item in (file.Get<PdfArray>(set, "Differences") ?? []).Select(file.Resolve))
        {
            if (item is PdfNumber number)
            {
                code = (int)Math.Clamp(number.ToDouble(), 0, 256);
            }
            else if (item is PdfName glyph)
            {
                if ((use.KeepsAll || use.Codes.Contains(code)) && (hasProgram || GlyphNames.TextOf(glyph.Value).Length > 0 || Dingbats.TextOf(glyph.Value) is not null))
                {
                    if (code != last + 1)
                    {
                        differences.Add(new PdfInteger(code));
                    }

                    differences.Add(glyph);
                    last = code;
                }

                code++;
            }
        }

        if (differences.Count > 0)
        {
            target["Differences"] = differences;
        }

        return target;
    }

    private string Named(PdfDictionary source, PdfDictionary? descriptor, PdfDictionary? old)
    {
        var isEmbedded = descriptor is not null && HasProgram(descriptor);
        var flags = old is null ? 0 : (int)file.Number(old, "Flags");
        var name = FontNames.Safe(PdfFont.WithoutTag(file.Name(source, "BaseFont") ?? ""), isEmbedded, flags);
        return isEmbedded ? Tag(descriptor!) + "+" + name : name;
    }

    private string Tag(PdfDictionary descriptor)
    {
        foreach (var key in (ReadOnlySpan<string>)["FontFile", "FontFile2", "FontFile3"])
        {
            if (descriptor[key] is PdfReference reference && store[reference] is PdfStream program)
            {
                var hash = SHA256.HashData(program.Data.Span);
                return string.Concat(hash.Take(6).Select(b => (char)('A' + (b % 26))));
            }
        }

        return "AAAAAA";
    }

    private static bool HasProgram(PdfDictionary descriptor) => descriptor.Contains("FontFile") || descriptor.Contains("FontFile2") || descriptor.Contains("FontFile3");
}
