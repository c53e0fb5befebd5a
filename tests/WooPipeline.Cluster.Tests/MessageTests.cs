using FsCheck;
using FsCheck.Fluent;

namespace WooPipeline.Cluster;

/// <summary>What goes over the broker, and the lists that it points to.</summary>
public sealed class MessageTests
{
    [Fact]
    public void A_message_is_hashes_and_a_number_and_comes_back()
    {
        var message = new TaskMessage(new string('1', 32), new string('a', 64), new string('b', 64), 77, 1);
        var bytes = message.ToBytes();

        Assert.Equal(16 + 32 + 32 + 4 + 1, bytes.Length);
        Assert.Equal(message, TaskMessage.Read(bytes));
        Assert.Null(TaskMessage.Read(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Null(TaskMessage.Read([]));
    }

    [Fact]
    public void A_sheet_comes_back() => Prop.ForAll<string, byte[][]>((stage, inputs) =>
    {
        var sheet = new Sheet(stage ?? "", ["een", "twee"], [.. inputs]);
        var back = Sheet.Read(sheet.ToBytes());
        return back.Stage == sheet.Stage && back.Shared.SequenceEqual(sheet.Shared) && back.Inputs.Length == inputs.Length && back.Inputs.Zip(inputs).All(p => p.First.AsSpan().SequenceEqual(p.Second));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_task_follows_from_build_stage_shared_content_and_input()
    {
        string[] all =
        [
            Sheet.TaskOf("b", "s", ["x"], [1]), Sheet.TaskOf("c", "s", ["x"], [1]), Sheet.TaskOf("b", "t", ["x"], [1]),
            Sheet.TaskOf("b", "s", ["y"], [1]), Sheet.TaskOf("b", "s", ["x"], [2]), Sheet.TaskOf("b", "s", [], [1]),
        ];

        Assert.Equal(all.Length, all.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(all[0], Sheet.TaskOf("b", "s", ["x"], [1]));
    }
}
