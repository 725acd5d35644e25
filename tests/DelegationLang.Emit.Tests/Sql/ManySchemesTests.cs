using System.Diagnostics;
using System.Globalization;
using System.Text;
using DelegationLang.Emit.Sql;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Testing;
using Xunit.Abstractions;

namespace DelegationLang.Emit.Tests.Sql;

/// <summary>A hundred schemes in one database, asked at once; tried in the long form of the tests.</summary>
public sealed class ManySchemesTests(PostgresCluster cluster, ITestOutputHelper output) : IClassFixture<PostgresCluster>
{
    private const int Schemes = 100;

    [SkippableFact]
    public void A_hundred_schemes_are_loaded_in_two_minutes_and_asked_in_fifty_milliseconds()
    {
        Skip.IfNot(Effort.IsLong, "DELEGATION_LONG=1 tries it");
        var load = new StringBuilder("create database many;\n\\connect many\n");
        int number = 0;
        foreach ((Sample sample, _) in RandomSamples.OfSeeds(Schemes, 0))
        {
            // All of them have one title and one version.
            load.Append(SqlEmitter.Script(FormattableString.Invariant($"scheme_{number++}"), RandomSamples.DecisionsOf(sample)));
        }

        var watch = Stopwatch.StartNew();
        cluster.Run(load.ToString());
        TimeSpan loaded = watch.Elapsed;
        string[] lines = cluster.Run("""
            analyze;
            select t.name from delegation_v1.thing t join delegation_v1.scheme s on s.id = t.scheme where t.kind = 'subject' and t.about = 'matter' and not t.is_alias group by t.name order by count(*) desc, t.name limit 1 \gset asked_
            create temp table took (ms numeric);
            do $$
            declare start timestamptz; asked text := (select name from delegation_v1.thing t where t.kind = 'subject' and t.about = 'matter' and not t.is_alias group by name order by count(*) desc, name limit 1);
            begin
              for i in 1 .. 60 loop
                start := clock_timestamp();
                perform delegation_v1.who_decides_everywhere(asked, date '2026-05-01', place => 'North', amount => 1000 * i);
                insert into took values (extract(epoch from clock_timestamp() - start) * 1000);
              end loop;
            end $$;
            select (percentile_cont(0.5) within group (order by ms))::numeric(10, 2), max(ms)::numeric(10, 2), (select count(*) from delegation_v1.cell), (select count(*) from delegation_v1.scheme) from took;
            select count(*) from delegation_v1.who_decides_everywhere(:'asked_name', date '2026-05-01', amount => 1000) w where (w.answer).outcome is not null;

            """, "many");
        output.WriteLine($"loaded in {loaded.TotalSeconds:F1} s; median, most, cells, schemes: {lines[0]}; {lines[1]} schemes answered");
        string[] found = lines[0].Split('|');
        Assert.Equal(Schemes.ToString(CultureInfo.InvariantCulture), found[3]);
        Assert.True(loaded < TimeSpan.FromMinutes(2), $"{loaded} to load");
        Assert.True(decimal.Parse(found[0], CultureInfo.InvariantCulture) < 50, $"{found[0]} ms");
    }
}
