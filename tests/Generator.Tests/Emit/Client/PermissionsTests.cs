using DataZoneGen.Generator.Tests.Fixtures;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Emit.Client;

public sealed class PermissionsTests
{
    [Fact]
    public void The_client_lists_the_actions_of_its_operations()
    {
        var test = new Widgets { Operations = """ "AddWidget": {"http": {"method": "PUT", "requestUri": "/"}}, "Free": {"http": {"method": "GET", "requestUri": "/f"}, "authtype": "none"} """ }.ToTest();
        test.TestState.Sources.Add("""
            internal static class Consumer
            {
                public static string Actions() => string.Join(" ", Acme.Widgets.WidgetsClient.RequiredActions);

                public static bool IsCreatedOnce() => ReferenceEquals(Acme.Widgets.WidgetsClient.RequiredActions, Acme.Widgets.WidgetsClient.RequiredActions);
            }
            """);

        var run = test.Run();

        Assert.Equal("widgets:AddWidget widgets:GetWidget", run.Invoke("Consumer", "Actions"));
        Assert.Equal(true, run.Invoke("Consumer", "IsCreatedOnce"));
    }

    /// <summary>A program that does not use the list must not create it: only the nested class has a static constructor.</summary>
    [Fact]
    public void The_client_itself_initializes_nothing() =>
        Assert.DoesNotContain(new Widgets().Run().Type("Acme.Widgets.WidgetsClient").GetMembers().OfType<IFieldSymbol>(), static field => field.IsStatic);

    [Fact]
    public void A_client_without_actions_has_an_empty_list() =>
        Assert.Contains("AsReadOnly<string>(\n        [\n        ]);", new Widgets { OperationTraits = """, "authtype": "none" """ }.Run().Text("Widgets/WidgetsClient.Permissions.g.cs"), System.StringComparison.Ordinal);

    /// <summary>Methods end in Async, so that no operation can have the name of the property.</summary>
    [Fact]
    public void An_operation_with_the_name_of_the_list_is_another_member() =>
        new Widgets { Operations = """ "RequiredActions": {"http": {"method": "PUT", "requestUri": "/"}}, "ActionList": {"http": {"method": "GET", "requestUri": "/f"}} """ }.Run();
}
