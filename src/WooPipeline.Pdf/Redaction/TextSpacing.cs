namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// Operators that space text (<c>Tc</c>, <c>Tw</c>, <c>Tz</c>). One that serves only lines that were set anew would tell how
/// long such a line was, so it is reset in the end.
/// </summary>
internal sealed class TextSpacing
{
    private readonly Dictionary<string, Setting> current = [];
    private readonly List<Setting> all = [];

    /// <summary>An operator was written.</summary>
    /// <param name="name">Its operator.</param>
    /// <param name="piece">Its piece of the output.</param>
    public void Set(string name, int piece)
    {
        var setting = new Setting(name) { Pieces = { piece } };
        current[name] = setting;
        all.Add(setting);
    }

    /// <summary>Text was shown.</summary>
    /// <param name="isSetAnew">On a line that was set anew.</param>
    public void Shown(bool isSetAnew)
    {
        foreach (var setting in current.Values)
        {
            setting.ServesOthers |= !isSetAnew;
            setting.ServesNew |= isSetAnew;
        }
    }

    /// <summary>A piece that brings a setting back after a line that was set anew.</summary>
    public void Restored(string name, int piece)
    {
        if (current.TryGetValue(name, out var setting))
        {
            setting.Pieces.Add(piece);
        }
    }

    /// <summary>Resets what served only lines that were set anew.</summary>
    public void Finish(InstanceWriter writer)
    {
        foreach (var setting in all.Where(s => s.ServesNew && !s.ServesOthers))
        {
            foreach (var piece in setting.Pieces)
            {
                writer.Change(piece, setting.Name == "Tz" ? " 100 Tz " : $" 0 {setting.Name} ");
            }
        }
    }

    private sealed class Setting(string name)
    {
        public string Name => name;

        public List<int> Pieces { get; } = [];

        public bool ServesOthers { get; set; }

        public bool ServesNew { get; set; }
    }
}
