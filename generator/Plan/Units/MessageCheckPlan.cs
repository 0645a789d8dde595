namespace DataZoneGen.Generator.Plan.Units;

/// <summary>
/// The comparison of messages with checksums in the response. The members of <c>response</c>, or of each of its items, have the checksums. The
/// messages are <c>input</c> or its items, or the items of the response themselves.
/// </summary>
/// <param name="MessageId">The property with the id of a message.</param>
/// <param name="Body">The property with the body of a message.</param>
/// <param name="BodyMd5">The property with the checksum of the body.</param>
internal sealed record MessageCheckPlan(string MessageId, string Body, string BodyMd5)
{
    /// <summary>The property with the items of the response; null if it has one message.</summary>
    public string? Returned { get; init; }

    /// <summary>The property with the items of the input; null if there are none.</summary>
    public string? Sent { get; init; }

    /// <summary>The property of the items of the input and the response that matches them; null if there is none.</summary>
    public string? Key { get; init; }

    public EquatableArray<AttributeCheckPlan> Attributes { get; init; }
}

/// <summary>The comparison of attributes with their checksum. The names are those of properties.</summary>
internal sealed record AttributeCheckPlan(string Attributes, string Md5, string DataType, string StringValue, string BinaryValue);
