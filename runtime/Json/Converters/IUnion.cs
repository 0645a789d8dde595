using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>A generated union, which provides its variants.</summary>
/// <typeparam name="TSelf">The type of the union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUnion<TSelf>
    where TSelf : class, IUnion<TSelf>
{
    /// <summary>The variants of the union and their conversions.</summary>
    static abstract UnionVariants<TSelf> Variants { get; }
}
