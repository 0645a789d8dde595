using System.Linq;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Calls;

public class InvocationIdTests
{
    [Fact]
    public void Ids_have_the_form_of_random_UUIDs()
    {
        var ids = Enumerable.Range(0, 1_000).Select(static _ => InvocationId.Create()).ToList();

        Assert.All(ids, static id => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Every_digit_of_an_id_varies()
    {
        var ids = Enumerable.Range(0, 1_000).Select(static _ => InvocationId.Create()).ToList();
        int[] fixedPlaces = [8, 13, 14, 18, 23];

        Assert.All(Enumerable.Range(0, 36).Except(fixedPlaces), place => Assert.True(ids.Select(id => id[place]).Distinct().Count() > 3));
    }
}
