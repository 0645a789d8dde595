using System.Collections.Generic;

namespace DataZoneGen.Generator.JmesPath;

/// <summary>A JMESPath expression, which applies to a current node. The offset is its position in the text.</summary>
internal abstract record Node(int Offset);

/// <summary><c>@</c>, and the operand of an expression that starts with an operator such as <c>[0]</c>.</summary>
internal sealed record CurrentNode(int Offset) : Node(Offset);

/// <summary><c>name</c>: a member of the current node.</summary>
internal sealed record FieldNode(string Name, int Offset) : Node(Offset);

/// <summary><c>left.right</c> and <c>left | right</c>: right applies to the result of left.</summary>
internal sealed record ThenNode(Node Left, Node Right, int Offset) : Node(Offset);

/// <summary><c>left[index]</c>; a negative index counts from the end.</summary>
internal sealed record IndexNode(Node Left, int Index, int Offset) : Node(Offset);

/// <summary><c>left[start:stop:step]</c>.</summary>
internal sealed record SliceNode(Node Left, int? Start, int? Stop, int? Step, int Offset) : Node(Offset);

/// <summary><c>left[]</c> without its projection: lists in the list are replaced by their elements.</summary>
internal sealed record FlattenNode(Node Left, int Offset) : Node(Offset);

/// <summary><c>left.*</c> without its projection: the values of a map, or of all members.</summary>
internal sealed record ValuesNode(Node Left, int Offset) : Node(Offset);

/// <summary><c>left[?condition]</c> without its projection.</summary>
internal sealed record FilterNode(Node Left, Node Condition, int Offset) : Node(Offset);

/// <summary>Right applies to each element of left; null results are dropped. <c>[*]</c>, <c>[]</c>, <c>.*</c>, <c>[?…]</c> and slices create projections.</summary>
internal sealed record ProjectionNode(Node Left, Node Right, int Offset) : Node(Offset);

internal sealed record CompareNode(TokenKind Operator, Node Left, Node Right, int Offset) : Node(Offset);

internal sealed record AndNode(Node Left, Node Right, int Offset) : Node(Offset);

internal sealed record OrNode(Node Left, Node Right, int Offset) : Node(Offset);

internal sealed record NotNode(Node Operand, int Offset) : Node(Offset);

internal sealed record LiteralNode(Literal Value, int Offset) : Node(Offset);

/// <summary><c>[a, b]</c>.</summary>
internal sealed record ListNode(IReadOnlyList<Node> Items, int Offset) : Node(Offset);

/// <summary><c>{a: b}</c>.</summary>
internal sealed record HashNode(IReadOnlyList<KeyValuePair<string, Node>> Entries, int Offset) : Node(Offset);

/// <summary><c>name(arguments)</c>.</summary>
internal sealed record CallNode(string Function, IReadOnlyList<Node> Arguments, int Offset) : Node(Offset);

/// <summary><c>&amp;expression</c>: an expression that a function evaluates.</summary>
internal sealed record ReferenceNode(Node Expression, int Offset) : Node(Offset);
