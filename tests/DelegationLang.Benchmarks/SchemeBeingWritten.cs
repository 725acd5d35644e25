namespace DelegationLang.Benchmarks;

/// <summary>A scheme that is open in the language server, and somebody who writes at it: one key after the other, at the end of sentences all over it.</summary>
internal sealed class SchemeBeingWritten
{
    private const string Typed = " reporting to Board";

    private readonly string folder;
    private readonly string[] lines;
    private readonly int[] places;
    private int line;
    private int length;

    /// <summary>Somebody who is about to start.</summary>
    public SchemeBeingWritten(string folder, string text)
    {
        this.folder = folder;
        Text = text;
        lines = text.Split('\n');
        places = [.. Enumerable.Range(0, lines.Length).Where(index => lines[index].Contains(" delegates ", StringComparison.Ordinal) && lines[index].EndsWith('.'))];
        line = places[0];
    }

    /// <summary>The text as it lies on the disk.</summary>
    public string Text { get; }

    /// <summary>How many lines it has.</summary>
    public int Lines => lines.Length;

    /// <summary>The version of the last key.</summary>
    public int Version { get; private set; }

    /// <summary>The address of the document.</summary>
    public string Address => "file://" + folder + "/main.delegation";

    /// <summary>Starts a session.</summary>
    public void Start(ServerClient client)
    {
        client.Request("initialize", new
        {
            rootUri = "file://" + folder,
            capabilities = new { workspace = new { didChangeWatchedFiles = new { dynamicRegistration = false } }, textDocument = new { hover = new { contentFormat = (string[])["markdown"] } } },
        });
        client.Notify("initialized", new { });
    }

    /// <summary>Opens the text, and waits for the report on it.</summary>
    public void Open(ServerClient client)
    {
        length = 0;
        Version = 1;
        client.Notify("textDocument/didOpen", new { textDocument = new { uri = Address, languageId = "delegation", version = Version, text = Text } });
        client.WaitForReport(Version);
    }

    /// <summary>Presses one key: the next of a clause, or, when it stands there, what takes it away and goes to another sentence.</summary>
    public void Press(ServerClient client, Random random)
    {
        if (length == Typed.Length)
        {
            Change(client, length, "");
            length = 0;
            line = places[random.Next(places.Length)];
            return;
        }

        Change(client, 0, Typed[length].ToString());
        length++;
    }

    /// <summary>Asks what may come at the cursor.</summary>
    public void Complete(ServerClient client) => client.Request("textDocument/completion", new { textDocument = new { uri = Address }, position = At(line, lines[line].Length - 1 + length) });

    /// <summary>Asks what somewhere else means.</summary>
    public void Hover(ServerClient client, Random random)
    {
        var other = places[random.Next(places.Length)];
        client.Request("textDocument/hover", new { textDocument = new { uri = Address }, position = At(other, random.Next(lines[other].Length)) });
    }

    private void Change(ServerClient client, int back, string text)
    {
        // Before the full stop, after what has been typed.
        var end = lines[line].Length - 1 + length;
        Version++;
        client.Notify("textDocument/didChange", new
        {
            textDocument = new { uri = Address, version = Version },
            contentChanges = new[] { new { range = new { start = At(line, end - back), end = At(line, end) }, text } },
        });
    }

    private static object At(int line, int character) => new { line, character };
}
