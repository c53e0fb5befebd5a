using System.Collections.Immutable;
using System.Security.Cryptography;
using WooPipeline.Formats;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>
/// The stages of a run, done by a runner: the inputs of all tasks are laid out here, and the results are put where the same stages done
/// here would have put them, so that what comes out is the same to the byte.
/// </summary>
internal sealed class RemoteStages
{
    private const string FactsKind = "gezien";
    private readonly ITaskRunner runner;
    private readonly Workspace workspace;
    private readonly IRunObserver observer;
    private readonly CancellationToken stop;
    private readonly TextPool pool = new();
    private readonly TaskPlaces places;
    private readonly string bundle;

    public RemoteStages(ITaskRunner runner, Workspace workspace, TaskBundle bundle, IRunObserver observer, CancellationToken stop)
    {
        (this.runner, this.workspace, this.observer, this.stop) = (runner, workspace, observer, stop);
        places = new TaskPlaces(runner, workspace);
        this.bundle = runner.Share(bundle.ToBytes());
    }

    /// <summary>The units of all sources.</summary>
    /// <param name="files">The sources.</param>
    /// <param name="here">Reads one here: a link, a file of the system, one that can't be opened.</param>
    public ImmutableArray<StoredUnit>[] Read(IReadOnlyList<(string FullPath, string Path)> files, Func<string, string, ImmutableArray<StoredUnit>> here)
    {
        var units = new ImmutableArray<StoredUnit>[files.Count];
        var keys = new string[files.Count];
        Run("Lezen", DossierTasks.ReadName, [bundle], files.Count, Input, (i, result) => Done(i, result is null ? ReadStage.Stopped(files[i].Path) : Import(result)));
        return units;

        TaskInput? Input(int i)
        {
            var (fullPath, path) = files[i];
            var content = ReadInput.ContentOf(fullPath);
            var sha256 = content is null ? ReadStage.Hash(fullPath) : Convert.ToHexStringLower(SHA256.HashData(content));
            keys[i] = Workspace.KeyOf(path, sha256);
            var known = workspace.Units(keys[i]);
            if (sha256.Length == 0 || SourceExpander.IsSystemFile(path) || new FileInfo(fullPath).LinkTarget is not null
                || (known is null && content is null && !runner.ShareFile(fullPath, sha256)))
            {
                Done(i, known ?? here(fullPath, path));
                return null;
            }

            if (known is { } units)
            {
                Done(i, units);
            }

            return new TaskInput(new ReadInput(path, keys[i], sha256, content).ToBytes(), ReadStage.Length(fullPath), known is null);
        }

        void Done(int i, ImmutableArray<StoredUnit> read)
        {
            units[i] = read;
            observer.StepDone(ReadStage.Length(files[i].FullPath), ReadStage.TroubleOf(read));
        }
    }

    /// <summary>Who is seen in each document; null where a fault keeps that from being seen.</summary>
    public DocumentFacts?[] Scan(IReadOnlyList<DocumentRecord> documents, FactsPool shared)
    {
        var facts = new DocumentFacts?[documents.Count];
        Run("Personen zoeken", DossierTasks.ScanName, [bundle], documents.Count, Input, (i, result) => Done(i, result is null ? null : FactsPack.Read(All(result.Content))));
        return facts;

        TaskInput? Input(int i)
        {
            if (workspace.Get(FactsKind, FactsKey(documents[i].Unit.TreeKey!)) is { } known)
            {
                Done(i, FactsPack.Read(known));
                return null;
            }

            return InputOf(documents[i]);
        }

        void Done(int i, DocumentFacts? seen)
        {
            facts[i] = seen is null ? null : shared.Of(seen) with { DocumentId = documents[i].Id, ThreadId = documents[i].ThreadId ?? documents[i].FamilyId };
            observer.StepDone();
        }
    }

    /// <summary>All documents with what is decided in them.</summary>
    public DocumentRecord[] Decide(IReadOnlyList<DocumentRecord> documents, PersonRegister persons, DecisionStore store)
    {
        var register = runner.Share(PersonRegisterFile.Write(persons));
        return Each("Beoordelen", DossierTasks.DecideName, [bundle, register], documents, DecideStage.Textless, null,
            d => InputOf(d, t => t with { ByPerson = DecisionStore.TextOf(store.Load(d.Unit.Path)) }));
    }

    /// <summary>All documents as they go into the package.</summary>
    public DocumentRecord[] Finish(IReadOnlyList<DocumentRecord> documents, FinishStage finish)
    {
        var forms = runner.Share(FormsPack.Write(finish.Standing.All));
        return Each("Lakken en schrijven", DossierTasks.FinishName, [bundle, forms], documents, d => d, finish.Files, d => InputOf(d));
    }

    /// <summary>All documents, those made again in whose files or titles the check found forms.</summary>
    public DocumentRecord[] Mend(IReadOnlyList<DocumentRecord> documents, ImmutableDictionary<string, ImmutableArray<string>> found, FormHeads inLists, IPublicFiles publication) =>
        Each("Nalopen", DossierTasks.MendName, [bundle], documents, d => d, publication,
            d => FinishStage.FormsToMend(d, found, inLists) is { IsEmpty: false } forms ? InputOf(d, t => t with { Forms = [.. forms] }) : null);

    // What needs no task, for want of text or of input, is done here.
    private DocumentRecord[] Each(
        string name, string stage, ImmutableArray<string> shared, IReadOnlyList<DocumentRecord> documents, Func<DocumentRecord, DocumentRecord> here,
        IPublicFiles? publication, Func<DocumentRecord, TaskInput?> input)
    {
        var results = new DocumentRecord[documents.Count];
        Run(name, stage, shared, documents.Count, Input, (i, result) => Done(i, result is null ? Stopped(documents[i]) : Apply(documents[i], result.Content, publication)));
        return results;

        TaskInput? Input(int i)
        {
            var given = documents[i].HasText ? input(documents[i]) : null;
            if (given is null)
            {
                Done(i, here(documents[i]));
            }

            return given;
        }

        void Done(int i, DocumentRecord record)
        {
            results[i] = record;
            observer.StepDone();
        }
    }

    private void Run(string name, string stage, ImmutableArray<string> shared, int count, Func<int, TaskInput?> input, Action<int, TaskOutput?> done)
    {
        observer.StageStarted(name, count);
        stop.ThrowIfCancellationRequested();
        runner.Run(new TaskBatch { Stage = stage, Shared = shared, Count = count, Input = input, Done = done }, stop);
    }

    private TaskInput InputOf(DocumentRecord record, Func<TaskDocument, TaskDocument>? more = null)
    {
        var (tree, content) = places.Of(record.Unit);
        var document = TaskDocument.Of(record, tree, content);
        var bytes = (more is null ? document : more(document)).ToBytes();
        return new TaskInput(bytes, bytes.Length + tree.Length + (content?.Length ?? 0));
    }

    private DocumentRecord Apply(DocumentRecord record, Stream result, IPublicFiles? publication)
    {
        Span<byte> length = stackalloc byte[4];
        result.ReadExactly(length);
        var head = new byte[BitConverter.ToInt32(length)];
        result.ReadExactly(head);
        var made = TaskResult.Read(head, pool);
        foreach (var (path, size) in made.Files)
        {
            var content = new byte[size];
            result.ReadExactly(content);
            publication!.Write(path, content);
        }

        return made.Apply(record);
    }

    private static DocumentRecord Stopped(DocumentRecord record) => Isolated.SetAside(
        record, new Quarantined("gestopt", $"Het verwerken van dit document is {AttemptJournal.MaxAttempts} keer afgebroken. Beoordeel het met de hand, of zet het om naar PDF en probeer het opnieuw."));

    /// <summary>Puts the units of a source in the workspace, with where their trees lie and who was seen in them.</summary>
    private ImmutableArray<StoredUnit> Import(TaskOutput result)
    {
        var list = ReadResultFile.Read(result.Content);
        foreach (var tree in list.Trees)
        {
            places.Keep(tree.Key, In(result, tree.Tree)!, In(result, tree.Content));
            workspace.Put(FactsKind, FactsKey(tree.Key), tree.Facts);
        }

        return list.KeepIn(workspace, result.Content);
    }

    /// <summary>A part of a result as a part of the file that holds it.</summary>
    private static FilePart? In(TaskOutput result, FilePart? part) => part is null ? null : part with { File = result.File, Offset = result.Offset + part.Offset };

    /// <summary>Facts follow from the policy as well.</summary>
    private string FactsKey(string treeKey) => $"{bundle}/{treeKey}";

    private static byte[] All(Stream result)
    {
        var bytes = new byte[result.Length];
        result.ReadExactly(bytes);
        return bytes;
    }
}
