using System.Text.Json;
using DelegationLang.LanguageServer.Tests.Support;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>What is reported, when, and that nothing stale is.</summary>
public sealed class DiagnosticTests
{
    [Fact]
    public async Task A_sound_project_has_nothing_to_report_in_any_of_its_files()
    {
        await using TestClient client = await Scheme.OpenAsync();

        Assert.Empty(Errors(await client.DiagnosticsAsync("main.delegation", 1)));
        Assert.Empty(Errors(await client.DiagnosticsAsync("parties.delegation", 0)));
    }

    [Fact]
    public async Task A_fault_is_reported_with_its_place_its_page_and_the_places_it_is_about()
    {
        await using TestClient client = await Scheme.OpenAsync();
        string broken = Scheme.Main.Replace("  when in budget.\n", "  up to £600,000 per contract\n  when in budget.\n", StringComparison.Ordinal);
        await client.ReplaceAsync("main.delegation", 2, broken);

        JsonElement fault = Assert.Single(Errors(await client.DiagnosticsAsync("main.delegation", 2)), one => one.GetProperty("code").GetString()!.StartsWith("DL3", StringComparison.Ordinal));
        Assert.Equal(1, fault.GetProperty("severity").GetInt32());
        Assert.Equal("delegation", fault.GetProperty("source").GetString());
        Assert.StartsWith("file:///pages/DL3", fault.GetProperty("codeDescription").GetProperty("href").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(fault.GetProperty("relatedInformation").EnumerateArray());
        Assert.Contains("600,000", TextOf(broken, fault.GetProperty("range")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_in_one_file_is_felt_in_another_that_is_not_open()
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.DiagnosticsAsync("main.delegation", 1);
        await client.OpenAsync("parties.delegation", Scheme.Parties);
        await client.ReplaceAsync("parties.delegation", 2, Scheme.Parties.Replace("Place Director Leeds is an officer", "Locality Director Leeds is an officer", StringComparison.Ordinal));
        await client.DiagnosticsAsync("parties.delegation", 2);

        JsonElement report = await client.NotificationAsync("textDocument/publishDiagnostics", sent =>
            sent.GetProperty("uri").GetString() == TestClient.Uri("main.delegation") && Errors(sent.GetProperty("diagnostics")).Count > 0);
        Assert.Contains(Errors(report.GetProperty("diagnostics")), fault => fault.GetProperty("code").GetString() == "DL2001");
    }

    [Fact]
    public async Task Of_changes_in_quick_succession_the_last_alone_counts()
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.DiagnosticsAsync("main.delegation", 1);
        for (int version = 2; version <= 40; version++)
        {
            await client.ReplaceAsync("main.delegation", version, version == 40 ? Scheme.Main : "Board delegates nothing known to nobody known.");
        }

        Assert.Empty(Errors(await client.DiagnosticsAsync("main.delegation", 40)));
        await Task.Delay(200);
        Assert.Equal(40, client.Received("textDocument/publishDiagnostics").Last(sent => sent.GetProperty("uri").GetString() == TestClient.Uri("main.delegation")).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Versions_are_never_reported_backwards()
    {
        await using TestClient client = await Scheme.OpenAsync();
        for (int version = 2; version <= 30; version++)
        {
            await client.ReplaceAsync("main.delegation", version, Scheme.Main + "// " + version.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\n");
            await Task.Delay(version * 4);
        }

        await client.DiagnosticsAsync("main.delegation", 30);
        List<int> versions = [.. client.Received("textDocument/publishDiagnostics").Where(sent => sent.TryGetProperty("version", out _)).Select(sent => sent.GetProperty("version").GetInt32())];
        Assert.Equal(versions.Order(), versions);
    }

    [Fact]
    public async Task What_was_said_of_a_document_is_taken_back_when_it_is_closed_and_gone()
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.OpenAsync("new.delegation", "Somebody delegates something to nobody known.\n");
        Assert.NotEmpty(Errors(await client.DiagnosticsAsync("new.delegation", 1)));
        await client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri = TestClient.Uri("new.delegation") } });

        await client.NotificationAsync("textDocument/publishDiagnostics", sent =>
            sent.GetProperty("uri").GetString() == TestClient.Uri("new.delegation") && sent.GetProperty("diagnostics").GetArrayLength() == 0);
    }

    [Fact]
    public async Task A_change_on_the_disk_is_noticed_when_the_client_says_so()
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.DiagnosticsAsync("main.delegation", 1);
        Assert.Contains(client.Received("client/registerCapability"), _ => true);
        client.Host.With("parties.delegation", Scheme.Parties.Replace("Chief Executive is", "Chief Officer is", StringComparison.Ordinal));
        await client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = TestClient.Uri("parties.delegation"), type = 2 } } });

        await client.NotificationAsync("textDocument/publishDiagnostics", sent =>
            sent.GetProperty("uri").GetString() == TestClient.Uri("main.delegation") && Errors(sent.GetProperty("diagnostics")).Count > 0);
    }

    [Fact]
    public async Task A_client_that_does_not_watch_files_sees_a_change_on_the_disk_after_the_next_key()
    {
        await using TestClient client = await TestClient.StartAsync(Scheme.Host(), new { });
        await client.OpenAsync("main.delegation", Scheme.Main);
        Assert.Empty(Errors(await client.DiagnosticsAsync("main.delegation", 1)));
        client.Host.With("parties.delegation", Scheme.Parties.Replace("Chief Executive is", "Chief Officer is", StringComparison.Ordinal));
        await client.ReplaceAsync("main.delegation", 2, Scheme.Main + "\n");

        Assert.NotEmpty(Errors(await client.DiagnosticsAsync("main.delegation", 2)));
    }

    [Fact]
    public async Task Faults_of_the_configuration_are_shown_where_they_are()
    {
        await using TestClient client = await TestClient.StartAsync(Scheme.Host().With("delegation.json", "{\n  \"fils\": []\n}\n"));
        await client.OpenAsync("main.delegation", Scheme.Main);

        JsonElement fault = Assert.Single((await client.DiagnosticsAsync("delegation.json", 0)).EnumerateArray());
        Assert.Equal(1, fault.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_document_that_was_never_saved_is_a_project_of_its_own()
    {
        await using TestClient client = await TestClient.StartAsync(new TestHost());
        await client.NotifyAsync("textDocument/didOpen", new { textDocument = new { uri = "untitled:Untitled-1", languageId = "delegation", version = 1, text = "use england.\nTrust is an NHS trust.\nBoard is the board of Nobody.\n" } });

        JsonElement report = await client.NotificationAsync("textDocument/publishDiagnostics", sent => sent.GetProperty("uri").GetString() == "untitled:Untitled-1");
        Assert.Contains(Errors(report.GetProperty("diagnostics")), fault => fault.GetProperty("code").GetString() == "DL2001");
    }

    [Fact]
    public async Task Schemes_side_by_side_do_not_mix()
    {
        TestHost host = new TestHost().With("a/main.delegation", Scheme.Main).With("a/parties.delegation", Scheme.Parties).With("b/main.delegation", Scheme.Main).With("b/parties.delegation", Scheme.Parties);
        await using TestClient client = await TestClient.StartAsync(host);
        await client.OpenAsync("a/main.delegation", Scheme.Main);
        await client.OpenAsync("b/main.delegation", Scheme.Main);

        Assert.Empty(Errors(await client.DiagnosticsAsync("a/main.delegation", 1)));
        Assert.Empty(Errors(await client.DiagnosticsAsync("b/main.delegation", 1)));
    }

    private static List<JsonElement> Errors(JsonElement diagnostics) => [.. diagnostics.EnumerateArray().Where(one => one.GetProperty("severity").GetInt32() < 3)];

    private static string TextOf(string text, JsonElement range)
    {
        string[] lines = text.Split('\n');
        int line = range.GetProperty("start").GetProperty("line").GetInt32();
        return lines[line][range.GetProperty("start").GetProperty("character").GetInt32()..];
    }
}
