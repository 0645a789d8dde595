using System;
using System.Collections.Concurrent;
using System.Reflection;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>Reads a property of a type of the plan through a delegate.</summary>
internal sealed class MemberReader
{
    private static readonly ConcurrentDictionary<(Type Owner, string Name), MemberReader?> Readers = new();

    private static readonly MethodInfo CreateGetterMethod = typeof(MemberReader).GetMethod(nameof(CreateGetter), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly object True = true;
    private static readonly object False = false;

    private MemberReader(Type owner, Func<object, object?> read) => (Owner, Read) = (owner, read);

    public Type Owner { get; }

    public Func<object, object?> Read { get; }

    /// <summary>Returns the reader of a property; null if the type does not have it.</summary>
    public static MemberReader? Find(Type owner, string name) => Readers.GetOrAdd((owner, name), static key => Create(key.Owner, key.Name));

    private static MemberReader? Create(Type owner, string name)
    {
        if (owner.GetProperty(name) is not { } property)
        {
            return null;
        }

        return new(owner, owner.IsValueType
            ? property.GetValue
            : (Func<object, object?>)CreateGetterMethod.MakeGenericMethod(property.DeclaringType!, property.PropertyType).Invoke(null, [property])!);
    }

    private static Func<object, object?> CreateGetter<TOwner, TValue>(PropertyInfo property)
        where TOwner : class
    {
        var getter = property.GetMethod!.CreateDelegate(typeof(Func<TOwner, TValue>));
        if (getter is Func<TOwner, bool> condition)
        {
            return target => condition((TOwner)target) ? True : False;
        }

        var typed = (Func<TOwner, TValue>)getter;
        return target => typed((TOwner)target);
    }
}
