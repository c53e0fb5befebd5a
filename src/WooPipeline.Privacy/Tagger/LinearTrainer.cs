namespace WooPipeline.Privacy;

/// <summary>A sample to learn from.</summary>
/// <param name="Places">Places of its features.</param>
/// <param name="IsPositive">What it is.</param>
/// <param name="Weight">How much it counts.</param>
internal readonly record struct Sample(int[] Places, bool IsPositive, float Weight = 1);

/// <summary>
/// Logistic regression by stochastic gradient descent with a step for each weight (AdaGrad) and shrinking weights; the weights are the means of the later half of the rounds. The order of the
/// samples is mixed by a fixed generator, so that the same samples give the same weights.
/// </summary>
internal static class LinearTrainer
{
    private const int Epochs = 12;
    private const double Rate = 0.25;
    private const double Shrink = 2e-4;

    public static LinearModel Train(IReadOnlyList<Sample> samples, int size, int epochs = Epochs)
    {
        var weights = new double[size];
        var squares = new double[size];
        var means = new double[size];
        var order = Enumerable.Range(0, samples.Count).ToArray();
        var random = 0x2545F4914F6CDD1DUL;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                var j = (int)(random % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            foreach (var i in order)
            {
                Step(samples[i], weights, squares);
            }

            for (var w = 0; w < size && epoch >= epochs / 2; w++)
            {
                means[w] += weights[w] / (epochs - (epochs / 2));
            }
        }

        return Quantise(means);
    }

    private static void Step(Sample sample, double[] weights, double[] squares)
    {
        var score = 0.0;
        foreach (var place in sample.Places)
        {
            score += weights[place];
        }

        var error = ((1 / (1 + Math.Exp(-score))) - (sample.IsPositive ? 1 : 0)) * sample.Weight;
        foreach (var place in sample.Places)
        {
            var gradient = error + (Shrink * weights[place]);
            squares[place] += gradient * gradient;
            weights[place] -= Rate * gradient / Math.Sqrt(squares[place] + 1e-6);
        }
    }

    private static LinearModel Quantise(double[] weights)
    {
        var most = weights.Max(Math.Abs);
        var scale = most > 0 ? (float)(most / sbyte.MaxValue) : 1;
        return new LinearModel(Array.ConvertAll(weights, w => (sbyte)Math.Round(w / scale)), scale);
    }
}
