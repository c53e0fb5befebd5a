using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Privacy;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>
/// Does tasks: the stages of a run on one document, away from its dossier. Thread-safe. What a document holds is in no exception that
/// leaves here: its faults are part of the result.
/// </summary>
public sealed class DossierTasks : IDisposable
{
    internal const string ReadName = "lees";
    internal const string ScanName = "zoek";
    internal const string DecideName = "beoordeel";
    internal const string FinishName = "maak";
    internal const string MendName = "herstel";

    /// <summary>Raised where inputs or results are written in another way.</summary>
    private const string Protocol = "3";
    private const int MostKept = 3;

    private readonly Lock gate = new();
    private readonly List<TaskDossier> opened = [];
    private readonly Kept<TaskDossier> dossiers = new(MostKept);
    private readonly Kept<PersonRegister> registers = new(MostKept);
    private readonly Kept<StandingForms> standing = new(MostKept);

    /// <summary>The programs on this machine that results depend on.</summary>
    public static string Tools => RunFingerprint.ToolsHere;

    /// <summary>Hash of all that a result depends on beside its inputs: two workers with the same one give the same bytes.</summary>
    public static string Identity { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Protocol}\n{BuildIdentity.Current}\n{RunFingerprint.ToolsHere}")));

    /// <summary>Does a task.</summary>
    /// <param name="call">The task.</param>
    /// <param name="files">What was shared.</param>
    /// <param name="output">Where the result goes; only written to, from its start.</param>
    /// <exception cref="IOException">A file can't be read or written now.</exception>
    public void Do(TaskCall call, ITaskFiles files, Stream output)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(output);
        var dossier = dossiers.Of(call.Shared[0], () => Open(files.Shared(call.Shared[0])));
        if (call.Stage == ReadName)
        {
            Read(ReadInput.Read(call.Input), dossier, files, output);
            return;
        }

        var document = TaskDocument.Read(call.Input);
        using var workspace = Workspace.Over(new PartStore(document, files));
        if (call.Stage == ScanName)
        {
            var facts = PersonScan.Of(dossier.Engine, document.ToRecord(), () => workspace.Prepared(document.Unit, dossier.Settings));
            output.Write(FactsPack.Write(facts));
            return;
        }

        var made = new MadeFiles();
        var given = document.ToRecord();
        Write(output, Isolated.Stage(Stage(call, dossier, workspace, files, document, made))(given), given, made);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var dossier in opened)
        {
            dossier.Dispose();
        }
    }

    private Func<DocumentRecord, DocumentRecord> Stage(TaskCall call, TaskDossier dossier, Workspace workspace, ITaskFiles files, TaskDocument document, MadeFiles made)
    {
        switch (call.Stage)
        {
            case DecideName:
                var persons = registers.Of(call.Shared[1], () => PersonRegisterFile.Read(files.Shared(call.Shared[1])));
                var decided = DecisionStore.Parse(document.ByPerson);
                return new DecideStage(workspace, dossier.Settings, dossier.Engine, persons, _ => decided).Run;
            case FinishName:
                var forms = standing.Of(call.Shared[1], () => Standing(files.Shared(call.Shared[1])));
                return new FinishStage(workspace, dossier.Settings, forms, Publish(dossier, workspace, made)).Run;
            case MendName:
                var mend = new FinishStage(workspace, dossier.Settings, StandingForms.Of([], []), Publish(dossier, workspace, made));
                return r => mend.Mend(r, [.. document.Forms]);
            default:
                throw new InvalidOperationException($"There is no stage '{call.Stage}'.");
        }
    }

    private static PublishStage Publish(TaskDossier dossier, Workspace workspace, MadeFiles made) =>
        new(workspace, dossier.Catalog, ReadLimits.Default, dossier.Style, made, "", dossier.Native, dossier.Settings.ByLibreOffice);

    private static void Read(ReadInput input, TaskDossier dossier, ITaskFiles files, Stream output)
    {
        var writer = new ReadResultWriter(output, dossier);
        using var workspace = Workspace.Over(writer);
        var expander = new SourceExpander(dossier.Catalog, ReadLimits.Default);
        workspace.Keep(input.Key, input.Content is { } content ? expander.Expand(new SourceFile(input.Path, content)) : expander.Expand(files.Fetch(input.Sha256), input.Path));
        writer.Close();
    }

    private static void Write(Stream output, DocumentRecord record, DocumentRecord given, MadeFiles made)
    {
        var head = TaskResult.Of(record, given, made.Of(record.PublicFiles)).ToBytes();
        output.Write(BitConverter.GetBytes(head.Length));
        output.Write(head);
        foreach (var path in record.PublicFiles)
        {
            output.Write(made.Content(path));
        }
    }

    private static StandingForms Standing(byte[] shared) => StandingForms.Of([], FormsPack.Read(shared));

    private TaskDossier Open(byte[] bundle)
    {
        var dossier = new TaskDossier(TaskBundle.Read(bundle));
        lock (gate)
        {
            opened.Add(dossier);
        }

        return dossier;
    }
}
