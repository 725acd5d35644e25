using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Watching;

/// <summary>The pages as a browser on this machine gets them, and what nobody else gets.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task Pages_are_shown_with_the_script_that_loads_them_again_and_lie_on_the_disk_without()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using var session = new WatchSession(folder, ".", "--out", "out", "--serve", "0");
        Uri address = await session.AddressAsync();
        using var browser = new HttpClient { BaseAddress = address };

        using HttpResponseMessage page = await browser.GetAsync(new Uri("/", UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (page.StatusCode, page.Content.Headers.ContentType?.ToString()));
        Assert.Contains("<script src=\"/_live/live.js\" data-version=\"", html, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(folder.PathOf("out", "index.html")), WithoutLive(html));
        Assert.DoesNotContain("_live", File.ReadAllText(folder.PathOf("out", "index.html")), StringComparison.Ordinal);

        Assert.Equal("text/css; charset=utf-8", (await TypeOfAsync("assets/site.css")));
        Assert.Equal("text/javascript; charset=utf-8", (await TypeOfAsync("assets/site.js?version=1")));
        Assert.Equal("application/json; charset=utf-8", (await TypeOfAsync("scheme.json")));
        Assert.Equal("text/javascript; charset=utf-8", (await TypeOfAsync("_live/live.js")));
        Assert.Equal("text/css; charset=utf-8", (await TypeOfAsync("_live/live.css")));
        Assert.Equal(File.ReadAllBytes(folder.PathOf("out", "assets", "site.css")), await browser.GetByteArrayAsync(new Uri("assets/site.css", UriKind.Relative)));

        using HttpResponseMessage head = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, "index.html"));
        Assert.Equal((HttpStatusCode.OK, Encoding.UTF8.GetByteCount(html)), (head.StatusCode, (int?)head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        using HttpResponseMessage missing = await browser.GetAsync(new Uri("nothing.html", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using HttpResponseMessage post = await browser.PostAsync(new Uri("index.html", UriKind.Relative), new StringContent("x"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);

        async Task<string?> TypeOfAsync(string path)
        {
            using HttpResponseMessage reply = await browser.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", reply.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            return reply.StatusCode == HttpStatusCode.OK ? reply.Content.Headers.ContentType?.ToString() : reply.StatusCode.ToString();
        }
    }

    [Fact]
    public async Task Errors_stand_above_the_page_with_their_line_and_go_when_they_are_mended()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using var session = new WatchSession(folder, ".", "--out", "out", "--serve", "0");
        using var browser = new HttpClient { BaseAddress = await session.AddressAsync() };
        var good = await browser.GetStringAsync(new Uri("/", UriKind.Relative));

        // A browser that waits is told when there is something new, and what it then gets says what is wrong.
        Task<string> waiting = browser.GetStringAsync(new Uri("_live/wait.js?since=" + VersionIn(good), UriKind.Relative));
        folder.With("main.delegation", Schemes.Faulty.Replace("Cheif Executive", "\"<b>Cheif</b> & Executive\"", StringComparison.Ordinal));
        Assert.DoesNotContain(VersionIn(good), await waiting, StringComparison.Ordinal);
        var bad = await browser.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.NotEqual(VersionIn(good), VersionIn(bad));
        Assert.Contains("The scheme has 1 error</h2>", bad, StringComparison.Ordinal);
        Assert.Contains("<strong>DL2001</strong>", bad, StringComparison.Ordinal);
        Assert.Contains("main.delegation:12:36", bad, StringComparison.Ordinal);
        Assert.Contains("delegates buying to <mark>&quot;&lt;b&gt;Cheif&lt;/b&gt; &amp; Executive&quot;</mark> up to", bad, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Cheif", bad, StringComparison.Ordinal);
        Assert.Contains("<main", bad, StringComparison.Ordinal);
        Assert.Equal(WithoutLive(good), File.ReadAllText(folder.PathOf("out", "index.html")));

        waiting = browser.GetStringAsync(new Uri("_live/wait.js?since=" + VersionIn(bad), UriKind.Relative));
        folder.With("main.delegation", Schemes.Sound);
        Assert.DoesNotContain(VersionIn(bad), await waiting, StringComparison.Ordinal);
        var mended = await browser.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.DoesNotContain("live-errors", mended, StringComparison.Ordinal);
        Assert.Equal(WithoutLive(good), WithoutLive(mended));
    }

    [Fact]
    public async Task Without_any_site_the_errors_are_the_page()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty).With("delegation.json", "{");
        using var session = new WatchSession(folder, ".", "--out", "out", "--serve", "0");
        using var browser = new HttpClient { BaseAddress = await session.AddressAsync() };

        using HttpResponseMessage settings = await browser.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Contains("delegation.json(1,", await settings.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        folder.With("delegation.json", "{}");
        await session.UntilAsync(() => session.Error.Contains("nothing was written", StringComparison.Ordinal), "the errors");
        string text = "";
        for (var i = 0; i < 100 && !text.Contains("DL2001", StringComparison.Ordinal); i++)
        {
            await Task.Delay(50);
            using HttpResponseMessage page = await browser.GetAsync(new Uri("/", UriKind.Relative));
            text = await page.Content.ReadAsStringAsync();
        }

        Assert.Contains("<strong>DL2001</strong>", text, StringComparison.Ordinal);
        Assert.Contains("/_live/live.js", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_outside_the_folder_nothing_hidden_and_no_other_host_is_served()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound).With("secret.txt", "secret").With("out/.hidden/secret.txt", "secret").With("out/plain.txt", "plain");
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(folder.PathOf("out", "link.txt"), folder.PathOf("secret.txt"));
        }

        using var session = new WatchSession(folder, ".", "--out", "out", "--serve", "0");
        var port = (await session.AddressAsync()).Port;
        var own = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");

        Assert.StartsWith("HTTP/1.1 200 ", await SendAsync(port, "/plain.txt", own), StringComparison.Ordinal);
        foreach (var path in (string[])
            [
                "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt", "/assets/../../secret.txt", "/%2e%2e%2fsecret.txt", "//" + folder.PathOf("secret.txt"),
                folder.PathOf("secret.txt"), "/.hidden/secret.txt", "/%2ehidden/secret.txt", "/link.txt", "/secret.txt%00.html", "/plain.txt%00", "/assets", "/assets/",
            ])
        {
            var reply = await SendAsync(port, path, own);
            Assert.True(reply.StartsWith("HTTP/1.1 404 ", StringComparison.Ordinal), path + "\n" + reply);
            Assert.DoesNotContain("\r\n\r\nsecret", reply, StringComparison.Ordinal);
        }

        foreach (var host in (string[])["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1", "", "127.0.0.1@evil.example", "[::1].evil.example"])
        {
            Assert.StartsWith("HTTP/1.1 403 ", await SendAsync(port, "/plain.txt", host), StringComparison.Ordinal);
        }

        Assert.StartsWith("HTTP/1.1 403 ", await SendAsync(port, "GET /plain.txt HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403 ", await SendAsync(port, $"GET /plain.txt HTTP/1.1\r\nHost: {own}\r\nHost: evil.example\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400 ", await SendAsync(port, $"GET http://evil.example/plain.txt HTTP/1.1\r\nHost: {own}\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400 ", await SendAsync(port, "nonsense\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await SendAsync(port, "/plain.txt", "LOCALHOST"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task No_other_machine_reaches_it()
    {
        var others = NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address)
            .Where(address => !IPAddress.IsLoopback(address) && address.AddressFamily == AddressFamily.InterNetwork)
            .ToList();
        Skip.If(others.Count == 0, "This machine has no address but its own");
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using var session = new WatchSession(folder, ".", "--out", "out", "--serve", "0");
        var port = (await session.AddressAsync()).Port;

        foreach (IPAddress? other in others)
        {
            using var connection = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(() => connection.ConnectAsync(other, port));
        }
    }

    [Fact]
    public void A_port_that_is_in_use_is_told()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        ToolRun run = Tool.Run(folder, "watch", ".", "--out", "out", "--serve", port);

        Assert.Equal((2, $"delegation: port {port} is in use by another program: choose another with --serve, or --serve 0 for any that is free.\n"), (run.ExitCode, run.Error));
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    private static string VersionIn(string html)
    {
        const string Before = "data-version=\"";
        var at = html.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return html[at..html.IndexOf('"', at)];
    }

    private static string WithoutLive(string html) =>
        string.Concat(html.Split('\n').Where(line => !line.Contains("/_live/", StringComparison.Ordinal)).Select(line => line + "\n"))[..^1];

    private static Task<string> SendAsync(int port, string path, string host) => SendAsync(port, $"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");

    private static async Task<string> SendAsync(int port, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port);
        NetworkStream stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
