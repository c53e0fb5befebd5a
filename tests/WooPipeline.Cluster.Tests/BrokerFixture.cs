namespace WooPipeline.Cluster;

/// <summary>One broker for the tests that need one; they run one after another.</summary>
public sealed class BrokerFixture : IDisposable
{
    /// <summary>Name of the collection.</summary>
    public const string Collection = "broker";

    private readonly Lazy<TestBroker?> broker = new(() => TestBroker.TryStart());

    /// <summary>The broker; null where there is none to be had.</summary>
    public TestBroker? Broker => broker.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (broker.IsValueCreated)
        {
            broker.Value?.Dispose();
        }
    }
}

/// <summary>Tests that share a broker.</summary>
[CollectionDefinition(BrokerFixture.Collection)]
public sealed class BrokerCollection : ICollectionFixture<BrokerFixture>;
