using System;
using System.Collections.Generic;
using System.Reflection;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>Reads the properties of a plan type through delegates, which are created on first use.</summary>
internal sealed class RecordAccessor(Type type) : IObjectAccessor
{
    private static readonly MethodInfo CreateGetterMethod = typeof(RecordAccessor).GetMethod(nameof(CreateGetter), BindingFlags.NonPublic | BindingFlags.Static)!;

    private volatile Dictionary<string, Func<object, object?>> _getters = new(StringComparer.Ordinal);

    public bool HasIndexer => false;

    public Type? IndexType => null;

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        if (!_getters.TryGetValue(member, out var getter))
        {
            if (type.GetProperty(member) is not { } property)
            {
                value = null;
                return false;
            }

            getter = (Func<object, object?>)CreateGetterMethod.MakeGenericMethod(property.DeclaringType!, property.PropertyType).Invoke(null, [property])!;
            _getters = new(_getters, StringComparer.Ordinal) { [member] = getter };
        }

        value = getter(target);
        return true;
    }

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => type.GetProperty(member) is not null;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 0;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => [];

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;

    private static Func<object, object?> CreateGetter<TOwner, TValue>(PropertyInfo property)
    {
        if (typeof(TOwner).IsValueType)
        {
            return property.GetValue;
        }

        var getter = (Func<TOwner, TValue>)property.GetMethod!.CreateDelegate(typeof(Func<TOwner, TValue>));
        return target => getter((TOwner)target);
    }
}
