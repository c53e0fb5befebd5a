namespace WooPipeline.Review;

/// <summary>Steps that can be taken back and done again, without end and over restarts: each turn is noted in a journal.</summary>
internal sealed class UndoStack : IDisposable
{
    private readonly Stack<JournalStep> done = new();
    private readonly Stack<JournalStep> undone = new();
    private readonly UndoJournal journal;

    /// <summary>What earlier starts left.</summary>
    /// <param name="journal">Where it is noted.</param>
    /// <param name="stand">How a step stands in the decisions as they are.</param>
    public UndoStack(UndoJournal journal, Func<ReviewStep, StepStand> stand)
    {
        this.journal = journal;
        foreach (var (turn, step) in journal.Read())
        {
            Replay(turn, step);
        }

        // A server that was killed may have saved a step, or its undoing, without noting it.
        if (done.TryPeek(out var last) && (last.Step is null || stand(last.Step) == StepStand.Before))
        {
            Move(done, last.Step is null ? null : undone);
        }
        else if (undone.TryPeek(out var next) && (next.Step is null || stand(next.Step) == StepStand.After))
        {
            Move(undone, next.Step is null ? null : done);
        }

        journal.Begin(done.Reverse(), undone.Reverse());
    }

    /// <summary>The names of the steps that come next.</summary>
    public (string? Undo, string? Redo) Next => (done.TryPeek(out var d) ? d.Label : null, undone.TryPeek(out var u) ? u.Label : null);

    /// <summary>A new step, noted before it is saved; what was taken back before can't be done again.</summary>
    public void Push(ReviewStep step)
    {
        done.Push(journal.Write(step));
        undone.Clear();
    }

    /// <summary>Forgets the step that was pushed last: it could not be saved.</summary>
    public void Drop()
    {
        done.TryPop(out _);
        journal.Write(JournalTurn.DropDone);
    }

    public ReviewStep? PopUndo() => Pop(done, JournalTurn.DropDone);

    public ReviewStep? PopRedo() => Pop(undone, JournalTurn.DropUndone);

    /// <summary>The step that was just popped is taken back.</summary>
    public void PushRedo(ReviewStep step)
    {
        undone.Push(JournalStep.Of(step));
        journal.Write(JournalTurn.Undo);
    }

    /// <summary>The step that was just popped is done again.</summary>
    public void PushUndo(ReviewStep step)
    {
        done.Push(JournalStep.Of(step));
        journal.Write(JournalTurn.Redo);
    }

    /// <summary>Notes that a popped step is gone for good.</summary>
    public void Forget(bool isForward) => journal.Write(isForward ? JournalTurn.DropUndone : JournalTurn.DropDone);

    public void Dispose() => journal.Dispose();

    /// <summary>The next step that can be read; those that can't are forgotten.</summary>
    private ReviewStep? Pop(Stack<JournalStep> stack, JournalTurn drop)
    {
        while (stack.TryPop(out var step))
        {
            if (step.Step is { } read)
            {
                return read;
            }

            journal.Write(drop);
        }

        return null;
    }

    private void Replay(JournalTurn turn, JournalStep? step)
    {
        switch (turn)
        {
            case JournalTurn.Push:
                done.Push(step!);
                undone.Clear();
                break;
            case JournalTurn.Undo:
                Move(done, undone);
                break;
            case JournalTurn.Redo:
                Move(undone, done);
                break;
            case JournalTurn.DropDone:
                Move(done, null);
                break;
            default:
                Move(undone, null);
                break;
        }
    }

    private static void Move(Stack<JournalStep> from, Stack<JournalStep>? to)
    {
        if (from.TryPop(out var step))
        {
            to?.Push(step);
        }
    }
}

/// <summary>How a step stands in the decisions as they are on disk.</summary>
internal enum StepStand
{
    /// <summary>As it was before the step.</summary>
    Before,

    /// <summary>As the step made it.</summary>
    After,

    /// <summary>Otherwise: somebody changed it since.</summary>
    Other,
}
