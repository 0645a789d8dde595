using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>A generated union, which knows its variants.</summary>
/// <typeparam name="TSelf">The union itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUnion<TSelf>
    where TSelf : class, IUnion<TSelf>
{
    /// <summary>The variants of the union and how each is converted.</summary>
    static abstract UnionVariants<TSelf> Variants { get; }
}
