using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Tests.Redaction;

/// <summary>Compares pages as two programs draw them, but for what lies in boxes.</summary>
internal static class PageImages
{
    private const int Dpi = 100;
    private const int MuTolerance = 8;
    private const int PopplerTolerance = 64;
    private const int PopplerPixels = 20;

    public static void AssertSameOutside(string source, string target, List<(int Page, Box Box)> boxes, TemporaryFolder folder, bool mayShift)
    {
        var pages = PdfPages.Of(PdfFile.Open(File.ReadAllBytes(source)));
        foreach (var page in boxes.Select(b => b.Page).Distinct().Order().Take(3))
        {
            var upright = PageGeometry.Of(PdfFile.Open(File.ReadAllBytes(source)), pages[page]);
            var own = boxes.Where(b => b.Page == page).Select(b => upright.Upright.Apply(b.Box)).ToList();
            var mu = Different(Mu(source, page, folder, "a"), Mu(target, page, folder, "b"), own, upright.Height, MuTolerance, mayShift);
            Assert.True(mu == 0, $"mutool: {mu} pixels outside the boxes differ on page {page + 1}");
            if (ExternalTool.IsHere("pdftoppm"))
            {
                var poppler = Different(Poppler(source, page, folder, "c"), Poppler(target, page, folder, "d"), own, upright.Height, PopplerTolerance, mayShift);
                Assert.True(poppler <= PopplerPixels, $"pdftoppm: {poppler} pixels outside the boxes differ on page {page + 1}");
            }
        }
    }

    /// <summary>A page as mutool draws it.</summary>
    public static (int Width, int Height, byte[] Pixels) Mu(string path, int page, TemporaryFolder folder, string name)
    {
        var file = folder.File(name + ".pgm");
        ExternalTool.RunBounded(TimeSpan.FromSeconds(30), "mutool", "draw", "-q", "-r", Dpi.ToString(CultureInfo.InvariantCulture), "-c", "gray", "-o", file, path, (page + 1).ToString(CultureInfo.InvariantCulture));
        return Read(File.ReadAllBytes(file));
    }

    private static (int Width, int Height, byte[] Pixels) Poppler(string path, int page, TemporaryFolder folder, string name)
    {
        var number = (page + 1).ToString(CultureInfo.InvariantCulture);
        ExternalTool.Run("pdftoppm", "-r", Dpi.ToString(CultureInfo.InvariantCulture), "-gray", "-cropbox", "-singlefile", "-f", number, "-l", number, path, folder.File(name));
        return Read(File.ReadAllBytes(folder.File(name + ".pgm")));
    }

    private static int Different((int Width, int Height, byte[] Pixels) a, (int Width, int Height, byte[] Pixels) b, List<Box> boxes, double height, int tolerance, bool mayShift)
    {
        Assert.Equal((a.Width, a.Height), (b.Width, b.Height));
        var masked = new bool[a.Pixels.Length];
        var scale = a.Height > 1.5 * height * Dpi / 72 ? Math.Round(a.Height * 72 / (height * Dpi)) * Dpi / 72 : Dpi / 72.0; // one of the programs heeds a page's own unit
        foreach (var box in boxes)
        {
            for (var y = (int)Math.Max(0, ((height - box.Top) * scale) - 2); y < Math.Min(a.Height, ((height - box.Bottom) * scale) + 3); y++)
            {
                for (var x = (int)Math.Max(0, (box.Left * scale) - 2); x < Math.Min(a.Width, (box.Right * scale) + 3); x++)
                {
                    masked[(y * a.Width) + x] = true;
                }
            }
        }

        var different = Enumerable.Range(0, a.Pixels.Length).Where(i => !masked[i] && Math.Abs(a.Pixels[i] - b.Pixels[i]) > tolerance).ToList();
        if (!mayShift || different.Count == 0)
        {
            return different.Count;
        }

        // Both programs set letters to a quarter of a pixel and count in numbers of their own: where two letters' widths come
        // as one number the last place may turn out otherwise. What has its like next to it on the other picture is no loss.
        var left = different.Count(i => !HasLike(a, b, i) || !HasLike(b, a, i));
        Console.WriteLine($"{different.Count} pixels of letters that moved by a quarter of a pixel, {left} others");
        return left > PopplerPixels ? left : 0;
    }

    private static bool HasLike((int Width, int Height, byte[] Pixels) of, (int Width, int Height, byte[] Pixels) on, int at)
    {
        var (least, most) = (255, 0);
        for (var y = Math.Max(0, (at / of.Width) - 1); y <= Math.Min(of.Height - 1, (at / of.Width) + 1); y++)
        {
            for (var x = Math.Max(0, (at % of.Width) - 1); x <= Math.Min(of.Width - 1, (at % of.Width) + 1); x++)
            {
                (least, most) = (Math.Min(least, on.Pixels[(y * on.Width) + x]), Math.Max(most, on.Pixels[(y * on.Width) + x]));
            }
        }

        return of.Pixels[at] >= least - PopplerTolerance && of.Pixels[at] <= most + PopplerTolerance;
    }

    private static (int Width, int Height, byte[] Pixels) Read(byte[] pgm)
    {
        var at = 0;
        var values = new List<int>();
        while (values.Count < 4)
        {
            var end = Array.FindIndex(pgm, at, b => b is (byte)' ' or (byte)'\n');
            var token = Encoding.ASCII.GetString(pgm, at, end - at);
            at = end + 1;
            if (token.Length > 0)
            {
                values.Add(token == "P5" ? 5 : int.Parse(token, CultureInfo.InvariantCulture));
            }
        }

        return (values[1], values[2], pgm[at..]);
    }
}
