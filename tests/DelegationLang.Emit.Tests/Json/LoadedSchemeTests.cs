using System.Text;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Asking;

namespace DelegationLang.Emit.Tests.Json;

/// <summary>A scheme loaded at run time, without the compiler.</summary>
public sealed class LoadedSchemeTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    private static readonly LoadedScheme Icb = LoadedScheme.Load(Bytes(Samples.Get("west-yorkshire-icb")));

    public static TheoryData<string> Names => Samples.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_the_same_from_bytes_and_from_a_stream_of_any_pieces(string name)
    {
        byte[] content = Bytes(Samples.Get(name));
        string whole = Dump.Of(LoadedScheme.Load(content).Space.Definition);
        foreach (int piece in (int[])[1, 7, 4096, int.MaxValue])
        {
            using var stream = new Drip(content, piece);
            var loaded = LoadedScheme.Load(stream);
            Assert.Equal(whole, Dump.Of(loaded.Space.Definition));
            Assert.Equal(Samples.Get(name).Input.Model.Info.Title, loaded.Title);
        }
    }

    [Fact]
    public void A_stream_may_begin_with_a_byte_order_mark()
    {
        using var stream = new Drip([0xEF, 0xBB, 0xBF, .. Bytes(Samples.Get("deputy"))], 2);
        Assert.Equal("Deputies and standing conditions", LoadedScheme.Load(stream).Title);
    }

    [Fact]
    public void A_file_that_is_cut_short_anywhere_is_refused()
    {
        byte[] content = Bytes(Samples.Get("deputy"));
        for (int length = 0; length < content.Length - 2; length += 97)
        {
            Assert.Throws<SchemeJsonException>(() => LoadedScheme.Load(content.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Faults_say_where_they_are()
    {
        string content = Encoding.UTF8.GetString(Bytes(Samples.Get("deputy")));
        string broken = content.Replace("\"giver\":0", "\"giver\":\"Board\"", StringComparison.Ordinal);
        Assert.NotEqual(content, broken);
        Assert.Matches(@"^space\.rules\[\d+\]\.giver is not a whole number\.$", Assert.Throws<SchemeJsonException>(() => LoadedScheme.Load(Encoding.UTF8.GetBytes(broken))).Message);
    }

    [Fact]
    public void Names_aliases_and_identifiers_are_understood()
    {
        Answer answer = Icb.WhoDecides("podiatry").At("Leeds").Worth(400_000m, "contract").On(Day);
        Assert.Equal<string>(["Leeds Place Director"], answer.Deciders);
        Assert.True(Icb.May("Leeds Place Director", "podiatry").At("Leeds").Worth(400_000m, "contract").IsAllowedOn(Day));
        Assert.Equal(Outcome.No, Icb.May("Leeds Place Director", "podiatry").At("Leeds").Worth(2_000_000m, "contract").OutcomeOn(Day));
        Assert.NotEmpty(Icb.WhatMay("Leeds Place Director", Day).Authorities);
        Assert.Equal(
            Icb.WhatMay("NHS West Yorkshire Integrated Care Board", Day).Authorities.Length,
            Icb.WhatMay("ICB", Day).Authorities.Length);
        Assert.Equal(
            Icb.WhatMay("ICB", Day).Authorities.Length,
            Icb.WhatMay("party-nhs-west-yorkshire-integrated-care-board", Day).Authorities.Length);
    }

    [Fact]
    public void What_the_scheme_does_not_have_is_refused_in_words()
    {
        Assert.Contains("no party called “Mayor”", Assert.Throws<ArgumentException>(() => Icb.May("Mayor", "podiatry")).Message, StringComparison.Ordinal);
        Assert.Contains("no place called “Hull”", Assert.Throws<ArgumentException>(() => Icb.WhoDecides("podiatry").At("Hull")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Icb.WhoDecides("podiatry").Worth(-1m));
        Assert.Throws<ArgumentException>(() => Icb.WhoDecides("podiatry", "podiatry"));
    }

    [Fact]
    public void What_is_not_known_is_told_with_what_is()
    {
        NamedMayQuestion question = Icb.May("Kirklees Place Director", "podiatry").At("Kirklees");
        Assert.Matches("No limit of the scheme counts per contrct. Limits count .*per contract.*: say the amount so", Thrown(() => question.Worth(1m, "contrct")));
        Assert.Contains("in “gbp”. Limits are in GBP.", Thrown(() => question.Worth(1m, "contract", Vat.Unstated, "gbp")), StringComparison.Ordinal);
        Assert.Matches("no measure called “contract lenght”. It has .*contract length", Thrown(() => question.When("contract lenght", 1)));
        Assert.Matches("no condition called “in balance”. It has .*in financial balance", Thrown(() => question.When("in balance")));
        Assert.Matches("no place called “”. It has .*Kirklees", Thrown(() => question.At("")));
        Assert.Contains("among them", Thrown(() => Icb.May("", "podiatry")), StringComparison.Ordinal);
        Assert.Contains("counts in total. Limits on it count per contract", Thrown(() => question.Worth(1m, "total").IsAllowedOn(Day)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => question.Worth(1m, "contract", (Vat)9));
        Assert.Throws<ArgumentNullException>(() => Icb.May(Nothing, "podiatry"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Icb.WhatMay("ICB", default));

        static string Thrown(Func<object> ask) => Assert.Throws<ArgumentException>(() => ask()).Message;
    }

    [Fact]
    public void A_budget_of_a_place_gives_nothing_anywhere_else()
    {
        var scheme = LoadedScheme.Load(Bytes(Samples.Compile("""
            scheme Budgets
              approved by Board on 1 March 2026
              in force from 1 April 2026.
            use england.
            Trust is an NHS trust.
            Board is the board of Trust.
            north is a place of Trust.
            south is a place of Trust.
            podiatry is a function of Trust.
            north budget is a budget of Trust covering podiatry at north.
            """)));
        Assert.Equal(Outcome.Yes, scheme.May("Board", "north budget").At("north").OutcomeOn(Day));
        Assert.Equal(Outcome.Yes, scheme.May("Board", "north budget").OutcomeOn(Day));
        Assert.Contains("north budget is not at south, but at north", Assert.Throws<ArgumentException>(() => scheme.May("Board", "north budget").At("south")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-30", Outcome.Yes, "the first")]
    [InlineData("2026-10-01", Outcome.No, "between them nobody bears the name")]
    [InlineData("2026-12-31", Outcome.No, "between them nobody bears the name")]
    [InlineData("2027-01-01", Outcome.Yes, "the second")]
    [InlineData("2028-04-01", Outcome.No, "after both")]
    public void A_name_stands_for_whatever_bears_it_on_the_day_and_for_nobody_else(string day, Outcome outcome, string why)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(outcome == InTurn.May("Panel", "grants").OutcomeOn(on), why);
        Assert.True(outcome == InTurn.May("Panel", "grants").On(on).Outcome, why);
        Assert.Equal(outcome == Outcome.Yes, InTurn.May("Panel", "grants").IsAllowedOn(on));
        Assert.Equal(outcome == Outcome.Yes, InTurn.WhoDecides("grants").MayTogether("Panel").On(on).Kind == SigningKind.Complete);
    }

    [Fact]
    public void A_further_name_of_things_that_are_called_otherwise_is_nobody_in_particular()
    {
        Assert.Contains("more than one party called “Purse”", Assert.Throws<ArgumentException>(() => InTurn.May("Purse", "grants")).Message, StringComparison.Ordinal);
    }

    private static readonly LoadedScheme InTurn = LoadedScheme.Load(Bytes(Samples.Compile("""
        scheme In turn
          approved by Board on 1 March 2026
          in force from 1 April 2026 until 31 March 2028.
        use england.
        Trust is an NHS trust.
        Board is the board of Trust.
        Panel is a committee of Board until 30 September 2026.
        Panel is a committee of Board from 1 January 2027.
        Old Fund is an officer of Trust known as Purse until 30 September 2026.
        New Fund is an officer of Trust known as Purse from 1 October 2026.
        grants is a matter of Trust.
        Trust delegates grants to Panel until 30 September 2026.
        Trust delegates grants to Panel from 1 January 2027.
        """)));

    [Fact]
    public void Who_may_not_is_told_who_may()
    {
        NamedMayQuestion question = Icb.May("Leeds Place Director", "podiatry").At("Leeds").Worth(Money.Pounds(2_000_000m).PerContract);
        NotAuthorisedException refused = Assert.Throws<NotAuthorisedException>(() => question.RequireOn(Day));
        Assert.Equal("Leeds Place Director", refused.Party);
        Assert.Equal(Outcome.No, refused.Refusal.Outcome);
        Assert.NotEmpty(refused.WhoDecides.Deciders);
        Assert.All(refused.WhoDecides.Deciders, decider => Assert.Contains(decider, refused.Message, StringComparison.Ordinal));
        Icb.May("Leeds Place Director", "podiatry").At("Leeds").Worth(Money.Pounds(400_000m).PerContract).RequireOn(Day);
    }

    // As from a caller that does not look for null.
    private static string Nothing => (new string[1])[0];

    private static byte[] Bytes(Sample sample) => new JsonEmitter().Emit(sample.Input).Single().Content.ToArray();

    /// <summary>A stream that gives a few bytes at a time, as a network does.</summary>
    private sealed class Drip(byte[] content, int piece) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);
    }
}
