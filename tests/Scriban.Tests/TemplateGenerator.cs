using FsCheck;
using FsCheck.Fluent;

namespace Scriban.Tests;

/// <summary>Templates that follow the grammar, with any values in any place.</summary>
internal static class TemplateGenerator
{
    private static readonly Gen<string> Names = Gen.Elements("x", "y", "$z", "product", "products", "user", "for.index", "missing", "f", "this", "empty", "$0", "$");

    private static readonly Gen<string> Literals = Gen.Elements(
        "1", "0", "2147483647", "9223372036854775807", "2.5", "1e300", "3m", "4f", "\"a\"", "''", "`b\\d`", "true", "false", "null", "[]", "{}", "$'i{1}'", "1..3", "3..<0");

    private static readonly Gen<string> Operators = Gen.Elements(
        "+", "-", "*", "/", "//", "%", "<<", ">>", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "??", "?!", "..", "..<");

    private static readonly Gen<string> BuiltInNames = Gen.Elements(BuiltIns.Names().Where(x => x is not ("math.random" or "math.uuid" or "date.now" or "date.utc_now")).ToArray());

    /// <summary>Whole templates.</summary>
    public static Gen<string> Templates { get; } = Gen.Sized(size => Statements(Math.Min(size / 10, 3))).Select(x => "{{ func f; ret $0; end; " + x + " }}");

    private static Gen<string> Statements(int depth) => Gen.ListOf(Statement(depth), 2).Select(x => string.Join("; ", x));

    private static Gen<string> Statement(int depth) => depth <= 0
        ? Expression(0)
        : Gen.OneOf(
            Expression(depth - 1),
            Gen.Elements("x", "y", "$z", "x.a", "y[0]", "product.title").Zip(Gen.Elements("=", "+=", "*=", "-=", "/=")).SelectMany(t => Expression(depth - 1).Select(e => $"{t.Item1} {t.Item2} {e}")),
            Block("if", depth).SelectMany(b => Statements(depth - 1).Select(s => $"{b} else; {s}; end")),
            Block("for x in", depth).Select(b => $"{b} end"),
            Block("for $z in", depth).SelectMany(b => Statements(depth - 1).Select(s => $"{b} else; {s}; end")),
            Block("tablerow y in", depth).Select(b => $"{b} end"),
            Block("case", 0).SelectMany(_ => Expression(depth - 1).SelectMany(e => Block("when", depth).Select(b => $"case {e}; {b} end"))),
            Block("with", depth).Select(b => $"{b} end"),
            Statements(depth - 1).Select(s => $"capture y; {s}; end"),
            Statements(depth - 1).Select(s => $"func f; {s}; end"),
            Statements(depth - 1).Select(s => $"wrap f 1; {s}; end"),
            Expression(depth - 1).Select(e => $"import {e}"),
            Expression(depth - 1).Select(e => $"x = {e} }}}} text {{{{ y"),
            Gen.Elements("readonly x", "break", "continue", "ret x", "include 'arguments' x", "x++", "--y"));

    private static Gen<string> Block(string head, int depth) =>
        Expression(depth - 1).SelectMany(e => Statements(depth - 1).Select(s => $"{head} {e}; {s};"));

    private static Gen<string> Expression(int depth) => depth <= 0
        ? Gen.OneOf(Names, Literals)
        : Gen.OneOf(
            Names,
            Literals,
            Expression(depth - 1).Zip(Operators).SelectMany(t => Expression(depth - 1).Select(r => $"({t.Item1}) {t.Item2} ({r})")),
            Gen.Elements("!", "-", "+", "@").SelectMany(o => Expression(depth - 1).Select(e => $"({o}({e}))")),
            Expression(depth - 1).SelectMany(c => Expression(depth - 1).Select(e => $"(({c}) ? ({e}) : 1)")),
            Expression(depth - 1).SelectMany(e => Expression(depth - 1).Select(i => $"({e})[{i}]")),
            Expression(depth - 1).Select(e => $"({e})?.size"),
            Expression(depth - 1).Select(e => $"({e}).title"),
            Expression(depth - 1).SelectMany(e => Expression(depth - 1).Select(r => $"[{e}, {r}]")),
            Expression(depth - 1).Select(e => $"{{a: {e}, \"b\": 1}}"),
            Expression(depth - 1).Select(e => $"(f ({e}))"),
            BuiltInNames.SelectMany(n => Gen.ListOf(Expression(depth - 1).Select(e => $" ({e})"), 2).Select(a => $"({n}{string.Concat(a)})")),
            BuiltInNames.SelectMany(n => Expression(depth - 1).SelectMany(v => Gen.ListOf(Expression(0).Select(e => $" ({e})"), 1).Select(a => $"(({v}) | {n}{string.Concat(a)})"))),
            BuiltInNames.Select(n => $"@{n}"));
}
