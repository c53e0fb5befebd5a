namespace WooPipeline.Pdf.Objects;

/// <summary>Where an indirect object lies: at an offset of the file, or at an index in an object stream.</summary>
/// <param name="Container">Number of the object stream; 0 where the object lies in the file itself.</param>
/// <param name="Place">Offset in the file, or index in the object stream.</param>
/// <param name="Generation">Generation.</param>
internal readonly record struct XrefEntry(int Container, long Place, int Generation);
