namespace WooPipeline.Publication;

/// <summary>Where and as whom a package is uploaded to a GPP-Woo publicatiebank.</summary>
public sealed record GppOptions
{
    /// <summary>Address of the publicatiebank, without <c>/api/v2</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>The token of its API; kept out of logs and messages.</summary>
    public required string Token { get; init; }

    /// <summary>Who uploads, for its audit trail (<c>Audit-User-ID</c>).</summary>
    public required string UserId { get; init; }

    /// <summary>The same in words (<c>Audit-User-Representation</c>).</summary>
    public required string UserName { get; init; }

    /// <summary>Why (<c>Audit-Remarks</c>).</summary>
    public string Remarks { get; init; } = "Aanlevering door WooPipeline";

    /// <summary>False to leave the publication a concept.</summary>
    public bool Publish { get; init; } = true;

    /// <summary>How often a request that failed for the moment is tried again.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>How long to wait before trying again; doubled each time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);
}
