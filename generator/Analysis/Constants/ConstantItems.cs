using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataZoneGen.Generator.Analysis.Constants;

/// <summary>The items of a list, or the entries of a map, that an expression creates.</summary>
/// <param name="count">Their number; null if the compiler does not know it.</param>
/// <param name="keys">The known keys of a map.</param>
/// <param name="values">The known items of a list or values of a map.</param>
internal sealed class ConstantItems(int? count, IReadOnlyList<IOperation> keys, IReadOnlyList<IOperation> values)
{
    public int? Count { get; } = count;

    public IReadOnlyList<IOperation> Keys { get; } = keys;

    public IReadOnlyList<IOperation> Values { get; } = values;

    /// <summary>Reads the creation of a list: a collection expression, an array, or an object with an initializer. Returns null for other expressions.</summary>
    public static ConstantItems? OfList(IOperation value)
    {
        // The compiler that the analyzer is built for has no operation for collection expressions; their syntax is the same in all.
        if (value.Syntax is CollectionExpressionSyntax collection)
        {
            return OfCollection(collection, value.SemanticModel);
        }

        return value switch
        {
            IConversionOperation { OperatorMethod: null } conversion => OfList(conversion.Operand),
            IArrayCreationOperation { Initializer: { } initializer } => new ConstantItems(initializer.ElementValues.Length, [], initializer.ElementValues),
            IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } => new ConstantItems(sizes[0].ConstantValue.Value as int?, [], []),
            IObjectCreationOperation { Initializer: { } initializer } creation => OfInitializer(creation, initializer),
            _ => null,
        };
    }

    /// <summary>Reads the creation of a map: an object with an initializer. Returns null for other expressions.</summary>
    public static ConstantItems? OfMap(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        if (value is not IObjectCreationOperation { Initializer: { } initializer } creation)
        {
            return null;
        }

        var (keys, values) = (new List<IOperation>(), new List<IOperation>());
        var isComplete = StartsEmpty(creation);
        var texts = new HashSet<object?>();
        foreach (var entry in initializer.Initializers)
        {
            var (key, item) = entry switch
            {
                IInvocationOperation { Arguments: { Length: 2 } arguments } => (arguments[0].Value, arguments[1].Value),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } arguments }, Value: var assigned } => (arguments[0].Value, assigned),
                _ => (null, null),
            };
            if (key is null)
            {
                isComplete = false;
                continue;
            }

            keys.Add(key);
            values.Add(item!);

            // Of two equal keys in brackets, only the last entry remains.
            isComplete &= entry is IInvocationOperation || (key.ConstantValue.HasValue && texts.Add(key.ConstantValue.Value));
        }

        return new ConstantItems(isComplete ? keys.Count : null, keys, values);
    }

    private static ConstantItems OfCollection(CollectionExpressionSyntax collection, SemanticModel? model)
    {
        var expressions = collection.Elements.OfType<ExpressionElementSyntax>().ToList();
        return new ConstantItems(
            expressions.Count == collection.Elements.Count ? expressions.Count : null,
            [],
            [.. expressions.Select(element => model?.GetOperation(element.Expression)).OfType<IOperation>()]);
    }

    private static ConstantItems OfInitializer(IObjectCreationOperation creation, IObjectOrCollectionInitializerOperation initializer)
    {
        var values = initializer.Initializers.OfType<IInvocationOperation>().Where(static add => add.Arguments.Length == 1).Select(static add => add.Arguments[0].Value).ToList();
        return new ConstantItems(StartsEmpty(creation) && values.Count == initializer.Initializers.Length ? values.Count : null, [], values);
    }

    /// <summary>Returns whether a new collection has no items yet: its constructor gets nothing to copy, only a capacity or a comparer.</summary>
    private static bool StartsEmpty(IObjectCreationOperation creation) => creation.Arguments.All(static argument =>
        argument.Parameter?.Type is { SpecialType: SpecialType.System_Int32 } or { Name: "IEqualityComparer" or "IComparer" });
}
