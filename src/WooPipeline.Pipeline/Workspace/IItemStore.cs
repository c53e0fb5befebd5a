namespace WooPipeline.Pipeline;

/// <summary>Values by kind and key.</summary>
internal interface IItemStore : IDisposable
{
    /// <summary>The value, or null.</summary>
    byte[]? Get(string kind, string key);

    /// <summary>Keeps a value.</summary>
    void Put(string kind, string key, byte[] value);

    /// <summary>Writes what is waiting.</summary>
    void Flush();
}
