namespace WooPipeline.Pipeline;

/// <summary>Where public files of documents are put as they are made.</summary>
internal interface IPublicFiles
{
    /// <summary>Puts a whole file.</summary>
    /// <param name="path">Path below <c>publicatie/</c>.</param>
    /// <param name="content">All of it.</param>
    void Write(string path, ReadOnlySpan<byte> content);
}

/// <summary>Puts them in a folder.</summary>
/// <param name="publication">The <c>publicatie/</c> that is being made.</param>
internal sealed class PublicFolder(string publication) : IPublicFiles
{
    /// <inheritdoc/>
    public void Write(string path, ReadOnlySpan<byte> content) => File.WriteAllBytes(Path.Combine(publication, path), content);
}
