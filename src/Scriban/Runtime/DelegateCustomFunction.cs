namespace Scriban.Runtime;

/// <summary>A .NET delegate as a function.</summary>
public sealed class DelegateCustomFunction : DynamicCustomFunction
{
    private DelegateCustomFunction(Delegate function)
        : base(function, function.GetType().GetMethod("Invoke")!)
    {
        // A delegate type loses the names and defaults of the method behind it; Create takes the method where it can.
    }

    /// <summary>Makes a function of a delegate.</summary>
    public static DynamicCustomFunction Create(Delegate function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var method = function.Method;
        var isPlain = method.DeclaringType is not null
            && (method.IsStatic ? function.Target is null : function.Target is not null && method.DeclaringType.IsInstanceOfType(function.Target));
        return isPlain ? Create(method.IsStatic ? null : function.Target, method) : new DelegateCustomFunction(function);
    }
}
