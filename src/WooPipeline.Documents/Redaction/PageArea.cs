namespace WooPipeline.Documents;

/// <summary>
/// A rectangle that is to go with all that lies in it: pixels, drawings and text. On a page of a PDF, or of a picture that is published
/// as one, in points of the page's own space (ISO 32000-2 §8.3.2.3, y up). On a picture within a document that has no pages of its
/// own, in parts of that picture from 0 to 1, y up.
/// </summary>
/// <param name="Page">Page, from 1; 0 for a rectangle on the picture that the decision's span names.</param>
/// <param name="Left">Left side.</param>
/// <param name="Bottom">Lower side.</param>
/// <param name="Right">Right side.</param>
/// <param name="Top">Upper side.</param>
public sealed record PageArea(int Page, double Left, double Bottom, double Right, double Top)
{
    /// <summary>True for a rectangle on a picture, not on a page.</summary>
    public bool IsOnPicture => Page == 0;
}
