namespace Scriban.Tests;

/// <summary>Tests that need the processor to themselves.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public class AloneCollection
{
}
