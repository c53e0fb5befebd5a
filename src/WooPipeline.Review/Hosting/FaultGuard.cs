using Microsoft.AspNetCore.Http;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>Turns faults into answers that a reviewer understands; never the message of an exception of ours, which could quote a document.</summary>
internal sealed class FaultGuard(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (ReviewException e)
        {
            await AnswerAsync(context, e.Status, e.Message).ConfigureAwait(false);
        }
        catch (DossierException e)
        {
            await AnswerAsync(context, StatusCodes.Status409Conflict, e.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, "Dit verzoek is niet goed opgebouwd. Laad de pagina opnieuw.").ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "Niet opgeslagen: er kan nu niet in het dossier worden geschreven of gelezen. Controleer de schijf en uw rechten en probeer het opnieuw.").ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, $"Fout in WooPipeline zelf ({e.GetType().Name}). Uw eerdere besluiten zijn bewaard. Laad de pagina opnieuw en meld deze fout als zij blijft.").ConfigureAwait(false);
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, string message)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new Refusal(message));
    }
}

/// <summary>What a refused request is answered with.</summary>
internal sealed record Refusal(string Message);
