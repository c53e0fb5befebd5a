using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Fonts;

/// <summary>Runs a Type 2 charstring (Adobe technical note 5177) for the box around its points.</summary>
internal sealed class CffOutline(CffIndex globalSubrs, CffIndex localSubrs)
{
    private const int MaxDepth = 10;
    private const int MaxSteps = 20_000;
    private readonly double[] stack = new double[513];
    private int count;
    private int hints;
    private int steps;
    private bool done;
    private double x;
    private double y;
    private Box? box;

    /// <summary>Numbers of the global and local subroutines that ran.</summary>
    public HashSet<int> GlobalUsed { get; } = [];

    public HashSet<int> LocalUsed { get; } = [];

    /// <summary>Codes in the standard encoding of the two letters that an accented letter is made of, in the old way; null elsewhere.</summary>
    public (int Base, int Accent)? Accent { get; private set; }

    /// <summary>The box in the font's units; empty for a blank, null where the charstring is broken.</summary>
    public Box? Bounds(ReadOnlyMemory<byte> code)
    {
        Run(code.Span, 0);
        return steps > MaxSteps ? null : box ?? new Box(0, 0, 0, 0);
    }

    private void Run(ReadOnlySpan<byte> code, int depth)
    {
        for (var i = 0; i < code.Length && !done && steps++ <= MaxSteps;)
        {
            var b = code[i++];
            if (b >= 32 || b == 28)
            {
                Push(code, b, ref i);
                continue;
            }

            switch (b)
            {
                case 10 or 29:
                    var subrs = b == 10 ? localSubrs : globalSubrs;
                    var bias = subrs.Count < 1240 ? 107 : subrs.Count < 33900 ? 1131 : 32768;
                    if (count > 0 && depth < MaxDepth)
                    {
                        var number = (int)stack[--count] + bias;
                        (b == 10 ? LocalUsed : GlobalUsed).Add(number);
                        Run(subrs[number].Span, depth + 1);
                    }

                    break;
                case 11:
                    return;
                case 14:
                    done = true;
                    Accent = count >= 4 ? ((int)stack[count - 2], (int)stack[count - 1]) : null;
                    break;
                case 1 or 3 or 18 or 23:
                    hints += count / 2;
                    count = 0;
                    break;
                case 19 or 20:
                    hints += count / 2;
                    count = 0;
                    i += (hints + 7) / 8;
                    break;
                case 12:
                    Escaped(i < code.Length ? code[i] : 0);
                    i++;
                    break;
                default:
                    Draw(b);
                    count = 0;
                    break;
            }
        }
    }

    private void Push(ReadOnlySpan<byte> code, byte b, ref int i)
    {
        int At(ReadOnlySpan<byte> c, int place) => place < c.Length ? c[place] : 0;
        double value;
        if (b == 28)
        {
            value = (short)((At(code, i) << 8) | At(code, i + 1));
            i += 2;
        }
        else if (b <= 246)
        {
            value = b - 139;
        }
        else if (b <= 250)
        {
            value = ((b - 247) * 256) + At(code, i++) + 108;
        }
        else if (b <= 254)
        {
            value = (-(b - 251) * 256) - At(code, i++) - 108;
        }
        else
        {
            value = ((At(code, i) << 24) | (At(code, i + 1) << 16) | (At(code, i + 2) << 8) | At(code, i + 3)) / 65536.0;
            i += 4;
        }

        if (count < stack.Length)
        {
            stack[count++] = value;
        }
    }

    private void Draw(byte b)
    {
        switch (b)
        {
            case 21 when count >= 2:
                Move(stack[count - 2], stack[count - 1]);
                break;
            case 22 when count >= 1:
                Move(stack[count - 1], 0);
                break;
            case 4 when count >= 1:
                Move(0, stack[count - 1]);
                break;
            case 5:
                Lines(0, count);
                break;
            case 6 or 7:
                for (var i = 0; i < count; i++)
                {
                    var horizontal = (b == 6) == (i % 2 == 0);
                    Line(horizontal ? stack[i] : 0, horizontal ? 0 : stack[i]);
                }

                break;
            case 8:
                Curves(0, count);
                break;
            case 24:
                Lines(Curves(0, count - 2), count);
                break;
            case 25:
                Curves(Lines(0, count - 6), count);
                break;
            case 26 or 27:
                Straight(b == 27);
                break;
            case 30 or 31:
                Alternating(b == 31);
                break;
            default:
                break;
        }
    }

    private void Move(double dx, double dy)
    {
        x += dx;
        y += dy;
    }

    private void Line(double dx, double dy)
    {
        Touch();
        x += dx;
        y += dy;
        Touch();
    }

    private int Lines(int from, int to)
    {
        var i = from;
        for (; i + 2 <= to; i += 2)
        {
            Line(stack[i], stack[i + 1]);
        }

        return i;
    }

    private void Curve(double a, double b, double c, double d, double e, double f)
    {
        Line(a, b);
        Line(c, d);
        Line(e, f);
    }

    private int Curves(int from, int to)
    {
        var i = from;
        for (; i + 6 <= to; i += 6)
        {
            Curve(stack[i], stack[i + 1], stack[i + 2], stack[i + 3], stack[i + 4], stack[i + 5]);
        }

        return i;
    }

    private void Straight(bool horizontal)
    {
        var i = count % 4 == 1 ? 1 : 0;
        var first = i == 1 ? stack[0] : 0;
        for (; i + 4 <= count; i += 4)
        {
            if (horizontal)
            {
                Curve(stack[i], first, stack[i + 1], stack[i + 2], stack[i + 3], 0);
            }
            else
            {
                Curve(first, stack[i], stack[i + 1], stack[i + 2], 0, stack[i + 3]);
            }

            first = 0;
        }
    }

    private void Alternating(bool horizontal)
    {
        for (var i = 0; i + 4 <= count; i += 4)
        {
            var last = count - i == 5 ? stack[i + 4] : 0;
            if (horizontal)
            {
                Curve(stack[i], 0, stack[i + 1], stack[i + 2], last, stack[i + 3]);
            }
            else
            {
                Curve(0, stack[i], stack[i + 1], stack[i + 2], stack[i + 3], last);
            }

            horizontal = !horizontal;
        }
    }

    private void Escaped(int b)
    {
        switch (b)
        {
            case 34 when count >= 7:
                Curve(stack[0], 0, stack[1], stack[2], stack[3], 0);
                Curve(stack[4], 0, stack[5], -stack[2], stack[6], 0);
                break;
            case 35 when count >= 12:
                Curves(0, 12);
                break;
            case 36 when count >= 9:
                Curve(stack[0], stack[1], stack[2], stack[3], stack[4], 0);
                Curve(stack[5], 0, stack[6], stack[7], stack[8], -(stack[1] + stack[3] + stack[7]));
                break;
            case 37 when count >= 11:
                Curves(0, 6);
                Curve(stack[6], stack[7], stack[8], stack[9], stack[10], stack[10]);
                break;
            default:
                break;
        }

        count = 0;
    }

    private void Touch()
    {
        var point = new Box(x, y, x, y);
        box = box is { } known ? known.Union(point) : point;
    }
}
