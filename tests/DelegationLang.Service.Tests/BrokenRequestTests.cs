using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Service.Rest;
using DelegationLang.Service.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Service.Tests;

/// <summary>That nothing that is sent stops the service, gets an answer that it should not, or is told more than what is wrong with it.</summary>
public sealed class BrokenRequestTests
{
    private const string Ask = "/schemes/small/ask";

    public static TheoryData<string, string, string, string, int> Requests { get; } = new()
    {
        // Not JSON, or not JSON of a request.
        { "POST", Ask, "application/json", "", 400 },
        { "POST", Ask, "application/json", "{", 400 },
        { "POST", Ask, "application/json", "null", 400 },
        { "POST", Ask, "application/json", "[]", 400 },
        { "POST", Ask, "application/json", "\"who decides buying?\"", 400 },
        { "POST", Ask, "application/json", "{}", 400 },
        { "POST", Ask, "application/json", """{"question":null}""", 400 },
        { "POST", Ask, "application/json", """{"question":1}""", 400 },
        { "POST", Ask, "application/json", """{"question":["who decides buying?"]}""", 400 },
        { "POST", Ask, "application/json", """{"question":"who decides buying?"} {}""", 400 },
        { "POST", Ask, "application/json", """{"question":"who decides buying?",}""", 400 },
        { "POST", Ask, "application/json", """{"question":"who decides buying?","question":"may Board decide buying?"}""", 400 },
        { "POST", Ask, "application/json", """{"Question":"who decides buying?"}""", 400 },
        { "POST", Ask, "application/json", """{"question":"who decides buying?","as_of":"2026-05-01"}""", 400 },
        { "POST", Ask, "application/json", """{"question":"who decides buying?","asOf":"1 May 2026"}""", 400 },
        { "POST", Ask, "application/json", """{"question":"who decides buying?","asOf":"2026-02-30"}""", 400 },
        { "POST", Ask, "application/json", """{"question":"who decides buying?","asOf":"0001-01-01"}""", 400 },
        { "POST", Ask, "application/json", """{"question":"\ud800"}""", 400 },
        { "POST", Ask, "application/json", "{\"question\":" + new string('[', 100), 400 },
        { "POST", Ask, "application/json", "{\"question\":\"" + new string('x', 2_001) + "\"}", 400 },
        { "POST", Ask, "application/json", "{\"question\":\"" + new string('x', 200_000) + "\"}", 413 },
        { "POST", "/schemes/small/batch", "application/json", """{"questions":"who decides buying?"}""", 400 },
        { "POST", "/schemes/small/batch", "application/json", """{"questions":[1]}""", 400 },
        { "POST", "/schemes/small/batch", "application/json", "{\"questions\":[" + string.Join(',', Enumerable.Repeat("\"\"", 1_001)) + "]}", 400 },
        { "POST", "/schemes/small/may", "application/json", """{"party":"Board","subject":"buying","amount":-1}""", 400 },
        { "POST", "/schemes/small/may", "application/json", """{"party":"Board","subject":"buying","amount":1e400}""", 400 },
        { "POST", "/schemes/small/may", "application/json", """{"party":"Board","subject":"buying","amount":"1"}""", 400 },
        { "POST", "/schemes/small/may", "application/json", """{"party":"Board","subject":"buying","ammount":1}""", 400 },
        { "POST", "/schemes/small/may", "application/json", """{"party":"Board","subject":"buying","measures":{"a":"b"}}""", 400 },
        { "POST", "/schemes/small/may", "application/json", """{"party":"Board","subject":"buying","vat":"with"}""", 400 },
        { "POST", "/schemes/small/may", "application/json", """{"party":"Board","subject":"buying","amount":1,"currency":"EUR"}""", 422 },
        { "POST", "/schemes/small/may", "application/json", """{"party":"Board","subject":"buying","amount":1,"basis":"moon"}""", 422 },
        { "POST", "/schemes/small/may", "application/json", """{"party":"Board","subject":"buying","when":["urgent"],"unless":["urgent"]}""", 422 },
        { "POST", "/schemes/small/who-decides", "application/json", """{"subject":"buying","function":"buying"}""", 422 },
        { "POST", "/schemes/small/what-may", "application/json", """{"party":""}""", 422 },

        // Wrong types, methods and addresses.
        { "POST", Ask, "text/plain", """{"question":"who decides buying?"}""", 415 },
        { "POST", Ask, "application/x-www-form-urlencoded", "question=who+decides+buying", 415 },
        { "POST", Ask, "application/json; charset=utf-16", """{"question":"who decides buying?"}""", 415 },
        { "DELETE", Ask, "application/json", "", 405 },
        { "PUT", "/schemes/small", "application/json", "{}", 405 },
        { "PATCH", "/schemes", "application/json", "{}", 405 },
        { "TRACE", "/health", "", "", 405 },
        { "POST", "/openapi.json", "application/json", "{}", 405 },
        { "POST", "/schemes/large/ask", "application/json", """{"question":"who decides buying?"}""", 404 },
        { "GET", "/", "", "", 404 },
        { "GET", "/index.html", "", "", 404 },
        { "GET", "/schemes/small/../../../../etc/passwd", "", "", 404 },
        { "GET", "/schemes/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "", "", 404 },
        { "GET", "/schemes/small%00", "", "", 400 },
        { "GET", "/schemes/" + new string('x', 4_000), "", "", 404 },
        { "GET", "/schemes/small/main.delegation", "", "", 404 },
        { "GET", Ask, "", "", 400 },
        { "GET", Ask + "?question=", "", "", 400 },
        { "GET", Ask + "?question=a&question=b", "", "", 400 },
        { "GET", Ask + "?question=a&day=b", "", "", 400 },
        { "POST", "/schemes/small/reload", "", "", 403 },
    };

    [Fact]
    public async Task A_broken_request_is_told_what_is_wrong_and_the_next_one_is_answered()
    {
        using var folder = Schemes.Folder(Schemes.Sound);
        await using var service = await RunningService.StartAsync(folder.Path, new ServeOptions { MaxBody = 100_000 }, null, "small=.");
        foreach (object[]? row in Requests)
        {
            var (method, address, type, body, status) = ((string)row[0], (string)row[1], (string)row[2], (string)row[3], (int)row[4]);
            string answer = await SendAsync(service, $"{method} {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{(type.Length > 0 ? $"Content-Type: {type}\r\n" : "")}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
            string what = $"{method} {address[..Math.Min(60, address.Length)]} {body[..Math.Min(80, body.Length)]}: {answer}";
            Assert.True(answer.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal), what);

            // What the server itself cannot read has no document.
            if (answer.Contains("application/problem+json", StringComparison.Ordinal))
            {
                string document = answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)];
                var problem = JsonDocument.Parse(document).RootElement;
                Assert.Equal(status, problem.GetProperty("status").GetInt32());
                Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            }
            else
            {
                Assert.True(address.Contains("%00", StringComparison.Ordinal), what);
            }

            // No answer, and no stack. Names are told to whoever asks by one that there is not.
            Assert.True(status == 422 || !answer.Contains("Chief Executive", StringComparison.Ordinal), what);
            Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        }

        await StillAnswersAsync(service);
        Assert.DoesNotContain("Exception", service.Told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("GET\r\n\r\n")]
    [InlineData("GET /health HTTP/9.9\r\n\r\n")]
    [InlineData("GET /health HTTP/1.1\r\n\r\n")]
    [InlineData("GET /health HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n")]
    [InlineData("GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET /health HTTP/1.1\r\nHost: localhost\r\nA b: c\r\n\r\n")]
    [InlineData("GET /health HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n")]
    [InlineData("GET http://evil.example/health HTTP/1.1\r\nHost: evil.example\r\n\r\n")]
    [InlineData("POST /schemes/small/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}")]
    [InlineData("POST /schemes/small/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: nonsense\r\n\r\n{}")]
    [InlineData("POST /schemes/small/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("POST /schemes/small/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{}")]
    public async Task Nonsense_on_the_wire_is_refused(string sent)
    {
        using var folder = Schemes.Folder(Schemes.Sound);
        await using var service = await RunningService.StartAsync(folder.Path, null, null, "small=.");
        string answer = await SendAsync(service, sent, isAll: true);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 505", StringComparison.Ordinal), answer);
        Assert.DoesNotContain("\"status\":\"healthy\"", answer, StringComparison.Ordinal);
        await StillAnswersAsync(service);
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        using var folder = Schemes.Folder(Schemes.Sound);
        await using var service = await RunningService.StartAsync(folder.Path, null, null, "small=.");
        string answer = await SendAsync(service, "GET /health HTTP/1.1\r\nHost: localhost\r\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => FormattableString.Invariant($"X-{i}: {new string('y', 100)}\r\n"))) + "\r\n");
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 431", StringComparison.Ordinal), answer);
        await StillAnswersAsync(service);
    }

    [Fact]
    public async Task Who_goes_away_leaves_the_others_their_answers()
    {
        using var folder = Schemes.Folder(Schemes.Sound);
        await using var service = await RunningService.StartAsync(folder.Path, null, null, "small=.");
        string batch = "{\"questions\":[" + string.Join(',', Enumerable.Repeat("\"what may Chief Executive decide?\"", 1_000)) + "]}";
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        using var content = new StringContent(batch, Encoding.UTF8, "application/json");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.Client.PostAsync(new Uri("schemes/small/batch", UriKind.Relative), content, gone.Token));
        await StillAnswersAsync(service);
        Assert.DoesNotContain("Exception", service.Told, StringComparison.Ordinal);
    }

    private static async Task StillAnswersAsync(RunningService service) =>
        Assert.Contains("\"deciders\":[\"Chief Executive\"]", await service.SayAsync(Ask, """{"question":"who decides buying worth £1,000?"}"""), StringComparison.Ordinal);

    private static async Task<string> SendAsync(RunningService service, string sent, bool isAll = false)
    {
        using var client = new TcpClient();
        var address = service.Client.BaseAddress ?? throw new InvalidOperationException("It is not started.");
        await client.ConnectAsync(address.Host, address.Port);
        using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(sent));
            if (isAll)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (IOException)
        {
            // It did not want to read to the end.
        }

        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer).WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (IOException)
        {
            // It ended the connection, with or without having said why.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
