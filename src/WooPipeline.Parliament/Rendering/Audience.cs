namespace WooPipeline.Parliament;

/// <summary>Who a paper is made for.</summary>
public enum Audience
{
    /// <summary>Everyone.</summary>
    Public,

    /// <summary>The ministry itself.</summary>
    Internal,
}
