using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataZoneGen.Generator.Analysis.Constants;

/// <summary>Finds the constants that an expression can be.</summary>
internal static class ConstantValues
{
    /// <summary>Returns the expression if it is a constant, and else those of its branches that are.</summary>
    public static IEnumerable<IOperation> Of(IOperation value)
    {
        if (value.ConstantValue.HasValue)
        {
            return [value];
        }

        return value switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => [.. Of(conditional.WhenTrue), .. Of(whenFalse)],
            ICoalesceOperation coalesce => [.. Of(coalesce.Value), .. Of(coalesce.WhenNull)],
            ISwitchExpressionOperation choice => OfArms(choice),
            _ => [],
        };
    }

    /// <summary>Returns the length of a blob in bytes; null if the compiler does not know it.</summary>
    public static int? ByteCount(IOperation value) => value switch
    {
        // Arrays are converted to ReadOnlyMemory<byte>.
        IConversionOperation conversion => ByteCount(conversion.Operand),
        IArrayCreationOperation or IObjectCreationOperation => ConstantItems.OfList(value)?.Count,
        IInvocationOperation { TargetMethod.Name: "ToArray", Instance: IUtf8StringOperation literal } => Encoding.UTF8.GetByteCount(literal.Value),
        IInvocationOperation { TargetMethod.Name: "GetBytes", Instance: IPropertyReferenceOperation { Property: { Name: "UTF8", ContainingType.Name: nameof(Encoding) } }, Arguments: { Length: 1 } arguments }
            when arguments[0].Value.ConstantValue is { HasValue: true, Value: string text } => Encoding.UTF8.GetByteCount(text),
        _ => null,
    };

    private static List<IOperation> OfArms(ISwitchExpressionOperation choice)
    {
        var values = new List<IOperation>();
        foreach (var arm in choice.Arms)
        {
            values.AddRange(Of(arm.Value));
        }

        return values;
    }
}
