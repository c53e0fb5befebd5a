namespace Scriban.Parsing;

/// <summary>How messages name a construct of the language, and how it is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Example">Its shape.</param>
internal sealed record Construct(string Name, string Example)
{
    public static readonly Construct If = new("if statement", "if <expression> ... end|else|else if");
    public static readonly Construct Else = new("else statement", "else | else if <expression> ... end|else|else if");
    public static readonly Construct Case = new("case statement", "case <expression> ... end|when|else");
    public static readonly Construct When = new("when statement", "when <expression> ... end|when|else");
    public static readonly Construct For = new("for statement", "for <variable> in <expression> ... end");
    public static readonly Construct TableRow = new("tablerow statement", "tablerow <variable> in <expression> ... end");
    public static readonly Construct While = new("while statement", "while <expression> ... end");
    public static readonly Construct Capture = new("capture statement", "capture <variable> ... end");
    public static readonly Construct With = new("with statement", "with <variable> ... end");
    public static readonly Construct Wrap = new("wrap statement", "wrap <function_call> ... end");
    public static readonly Construct Import = new("import statement", "import <expression>");
    public static readonly Construct ReadOnly = new("readonly statement", "readonly <variable>");
    public static readonly Construct Function = new("function statement", "func <variable> ... end");
    public static readonly Construct AnonymousFunction = new("anonymous function", "do ... end");
    public static readonly Construct Assign = new("assign expression", "<target_expression> = <value_expression>");
    public static readonly Construct Unary = new("unary expression", "<operator> <expression>");
    public static readonly Construct IncrementDecrement = new("increment or decrement expression", "<operator> <variable> or <variable> <operator>");
    public static readonly Construct Binary = new("binary expression", "<expression> operator <expression>");
    public static readonly Construct Pipe = new("pipe expression", "<expression> | <expression>");
    public static readonly Construct Conditional = new("conditional expression", "<condition> ? <then_value> : <else_value>");
    public static readonly Construct Nested = new("nested expression", "(<expression>)");
    public static readonly Construct Array = new("array initializer", "[item1, item2,...]");
    public static readonly Construct Object = new("object initializer expression", "{ member1: <expression>, member2: ... }");
    public static readonly Construct Indexer = new("indexer expression", "<expression>[<index_expression>]");
    public static readonly Construct NamedArgument = new("named argument", "<variable>: <expression>");
    public static readonly Construct FunctionCall = new("function call expression", "<target_expression> <argument[0]> ... <argument[n]>");
}
