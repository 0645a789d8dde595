using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Collections;

public sealed class MapBuilderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(1000)]
    public void All_entries_are_in_the_dictionary(int count)
    {
        var builder = new MapBuilder<int>();
        for (var number = 0; number < count; number++)
        {
            builder.Add(number.ToString(CultureInfo.InvariantCulture), number);
        }

        Assert.Equal(
            Enumerable.Range(0, count).Select(static number => KeyValuePair.Create(number.ToString(CultureInfo.InvariantCulture), number)), builder.ToDictionary());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void The_last_value_of_a_key_counts(int count)
    {
        var builder = new MapBuilder<string?>();
        for (var number = 0; number < count; number++)
        {
            builder.Add("key", number.ToString(CultureInfo.InvariantCulture));
        }

        Assert.Equal([KeyValuePair.Create("key", (string?)(count - 1).ToString(CultureInfo.InvariantCulture))], builder.ToDictionary());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(200)]
    public void Only_the_dictionary_is_allocated(int count)
    {
        var keys = Enumerable.Range(0, count).Select(static number => number.ToString(CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(count, Build(keys).Count);
        Assert.Equal(AllocatedBytes.Of(() => GC.KeepAlive(new Dictionary<string, string>(count))), AllocatedBytes.Of(() => Build(keys)));
    }

    private static Dictionary<string, string> Build(string[] keys)
    {
        var builder = new MapBuilder<string>();
        foreach (var key in keys)
        {
            builder.Add(key, key);
        }

        return builder.ToDictionary();
    }
}
