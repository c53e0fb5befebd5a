namespace WooPipeline.Templating;

/// <summary>A template, a text or the house style can't be used. The message says where, what and what to do, in Dutch.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>With a message for the person who must act.</summary>
    public TemplateException(string message)
        : base(message)
    {
    }

    /// <summary>With the cause.</summary>
    public TemplateException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
