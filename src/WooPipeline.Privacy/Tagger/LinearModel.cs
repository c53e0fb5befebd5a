namespace WooPipeline.Privacy;

/// <summary>Weights of a logistic model over hashed features, a byte each, with the scale that makes them logits.</summary>
internal sealed class LinearModel(sbyte[] weights, float scale)
{
    /// <summary>Number of weights, a power of two.</summary>
    public int Size => weights.Length;

    /// <summary>The logit of the features at the given places.</summary>
    public float Score(ReadOnlySpan<int> places)
    {
        var sum = 0;
        foreach (var place in places)
        {
            sum += weights[place];
        }

        return sum * scale;
    }

    /// <summary>Reads what <see cref="ToText"/> wrote: the scale, then the weights in base 64.</summary>
    public static LinearModel Parse(string text)
    {
        var cut = text.IndexOf('\n', StringComparison.Ordinal);
        var bytes = Convert.FromBase64String(text[(cut + 1)..]);
        return new LinearModel(Array.ConvertAll(bytes, b => unchecked((sbyte)b)), float.Parse(text.AsSpan(0, cut), System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The model as text in lines of 120 signs.</summary>
    public string ToText()
    {
        var text = Convert.ToBase64String(Array.ConvertAll(weights, w => unchecked((byte)w)));
        return scale.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\n" + string.Join('\n', text.Chunk(120).Select(c => new string(c))) + "\n";
    }
}
