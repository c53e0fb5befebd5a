using System.Numerics;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>Reads a tile's packets in their order of progression (T.800 §B.9 to B.12) and tells each block its pieces.</summary>
internal sealed class PacketReader(byte[] data, Coding coding, PdfBudget budget)
{
    private const int MaxPlaces = 1 << 19;
    private const int MaxPackets = 1 << 22;
    private readonly PacketBits bits = new(data);

    public void Read(IReadOnlyList<TileComponent> components, IReadOnlyList<ComponentSize> sizes, int left, int top)
    {
        foreach (var packet in Order(components, sizes, left, top))
        {
            if (bits.Position >= data.Length)
            {
                return; // what was cut off leaves a coarser image
            }

            budget.Step(1);
            Packet(packet.Resolution, packet.Precinct, packet.Layer);
        }
    }

    private IEnumerable<Place> Order(IReadOnlyList<TileComponent> components, IReadOnlyList<ComponentSize> sizes, int left, int top)
    {
        var places = new List<Place>();
        for (var c = 0; c < components.Count; c++)
        {
            for (var r = 0; r < components[c].Resolutions.Length; r++)
            {
                var resolution = components[c].Resolutions[r];
                for (var p = 0; p < resolution.Across * resolution.Down; p++)
                {
                    var x = Math.Max(left, ((long)resolution.FirstX + (p % resolution.Across)) * sizes[c].StepX << (resolution.Precinct.X + resolution.Depth));
                    var y = Math.Max(top, ((long)resolution.FirstY + (p / resolution.Across)) * sizes[c].StepY << (resolution.Precinct.Y + resolution.Depth));
                    places.Add(new Place(resolution, c, r, p, x, y, 0));
                }
            }
        }

        if (places.Count > MaxPlaces || (long)places.Count * coding.Layers > MaxPackets)
        {
            throw new InvalidDataException();
        }

        budget.Step(places.Count);

        var layers = Enumerable.Range(0, coding.Layers);
        return coding.Progression switch
        {
            0 => layers.SelectMany(l => places.OrderBy(p => p.Number).ThenBy(p => p.Component).ThenBy(p => p.Precinct).Select(p => p with { Layer = l })),
            1 => places.OrderBy(p => p.Number).GroupBy(p => p.Number).SelectMany(g => layers.SelectMany(l => g.OrderBy(p => p.Component).ThenBy(p => p.Precinct).Select(p => p with { Layer = l }))),
            2 => Each(places.OrderBy(p => p.Number).ThenBy(p => p.Y).ThenBy(p => p.X).ThenBy(p => p.Component).ThenBy(p => p.Precinct), layers),
            3 => Each(places.OrderBy(p => p.Y).ThenBy(p => p.X).ThenBy(p => p.Component).ThenBy(p => p.Number).ThenBy(p => p.Precinct), layers),
            _ => Each(places.OrderBy(p => p.Component).ThenBy(p => p.Y).ThenBy(p => p.X).ThenBy(p => p.Number).ThenBy(p => p.Precinct), layers),
        };
    }

    private static IEnumerable<Place> Each(IEnumerable<Place> places, IEnumerable<int> layers) => places.SelectMany(p => layers.Select(l => p with { Layer = l }));

    private void Packet(Resolution resolution, int precinct, int layer)
    {
        if (coding.HasStarts && bits.Position + 6 <= data.Length && data[bits.Position] == 0xFF && data[bits.Position + 1] == 0x91)
        {
            bits.Position += 6;
        }

        var found = new List<(Block Block, int Length)>();
        if (bits.Next() == 1)
        {
            foreach (var band in resolution.Bands)
            {
                Header(band.Precincts[precinct], layer, found);
            }
        }

        bits.Align();
        if (coding.HasEnds && bits.Position + 2 <= data.Length && data[bits.Position] == 0xFF && data[bits.Position + 1] == 0x92)
        {
            bits.Position += 2;
        }

        foreach (var (block, length) in found)
        {
            var whole = Math.Min(length, data.Length - bits.Position);
            block.Pieces.Add((bits.Position, whole));
            bits.Position += whole;
        }
    }

    private void Header(Precinct precinct, int layer, List<(Block Block, int Length)> found)
    {
        for (var i = 0; i < precinct.Blocks.Length; i++)
        {
            var block = precinct.Blocks[i];
            var (x, y) = (i % precinct.Across, i / precinct.Across);
            if (!(block.IsIncluded ? bits.Next() == 1 : precinct.Included!.IsBelow(bits, x, y, layer + 1)))
            {
                continue;
            }

            if (!block.IsIncluded)
            {
                block.IsIncluded = true;
                for (var planes = 1; !precinct.ZeroPlanes!.IsBelow(bits, x, y, planes); planes++)
                {
                    block.ZeroPlanes = planes < 64 ? planes : throw new InvalidDataException();
                }
            }

            var passes = Passes();
            while (bits.Next() == 1)
            {
                block.LengthBits++;
            }

            var size = block.LengthBits + BitOperations.Log2((uint)passes);
            if (size > 31)
            {
                throw new InvalidDataException();
            }

            block.Passes += passes;
            found.Add((block, bits.Number(size)));
        }
    }

    private int Passes()
    {
        if (bits.Next() == 0)
        {
            return 1;
        }

        if (bits.Next() == 0)
        {
            return 2;
        }

        if (bits.Number(2) is < 3 and var few)
        {
            return 3 + few;
        }

        return bits.Number(5) is < 31 and var some ? 6 + some : 37 + bits.Number(7);
    }

    private readonly record struct Place(Resolution Resolution, int Component, int Number, int Precinct, long X, long Y, int Layer);
}
