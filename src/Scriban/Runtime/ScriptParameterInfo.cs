using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A parameter of a function.</summary>
public readonly struct ScriptParameterInfo : IEquatable<ScriptParameterInfo>
{
    /// <summary>Creates a parameter that must be given.</summary>
    public ScriptParameterInfo(Type parameterType, string name)
    {
        ParameterType = parameterType;
        Name = name;
    }

    /// <summary>Creates a parameter that may be left out.</summary>
    public ScriptParameterInfo(Type parameterType, string name, object? defaultValue)
        : this(parameterType, name)
    {
        HasDefaultValue = true;
        DefaultValue = defaultValue;
    }

    /// <summary>Its type.</summary>
    public Type ParameterType { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether it may be left out.</summary>
    public bool HasDefaultValue { get; }

    /// <summary>The value where it is left out; a <see cref="ScriptExpression"/> is evaluated at the call.</summary>
    public object? DefaultValue { get; }

    /// <inheritdoc />
    public bool Equals(ScriptParameterInfo other) =>
        ParameterType == other.ParameterType && Name == other.Name && HasDefaultValue == other.HasDefaultValue && Equals(DefaultValue, other.DefaultValue);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ScriptParameterInfo other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(ParameterType, Name);

    /// <summary>Whether two parameters are the same.</summary>
    public static bool operator ==(ScriptParameterInfo left, ScriptParameterInfo right) => left.Equals(right);

    /// <summary>Whether two parameters differ.</summary>
    public static bool operator !=(ScriptParameterInfo left, ScriptParameterInfo right) => !left.Equals(right);
}
