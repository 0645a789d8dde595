using System;
using System.Collections.Generic;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>A C# function that templates can call by its name.</summary>
internal sealed class TemplateFunction
{
    private readonly Func<object?, object?, object?, object?> _invoke;

    private TemplateFunction(string name, Func<object?, object?, object?, object?> invoke, Type returnType, params Type[] parameters)
    {
        Name = name;
        ReturnType = returnType;
        Parameters = parameters;
        _invoke = invoke;
    }

    public string Name { get; }

    public Type ReturnType { get; }

    /// <summary>The types of the parameters: one, two or three.</summary>
    public IReadOnlyList<Type> Parameters { get; }

    public static TemplateFunction Create<T, TResult>(string name, Func<T, TResult> function) =>
        new(name, (first, _, _) => function((T)first!), typeof(TResult), typeof(T));

    public static TemplateFunction Create<T1, T2, TResult>(string name, Func<T1, T2, TResult> function) =>
        new(name, (first, second, _) => function((T1)first!, (T2)second!), typeof(TResult), typeof(T1), typeof(T2));

    public static TemplateFunction Create<T1, T2, T3, TResult>(string name, Func<T1, T2, T3, TResult> function) =>
        new(name, (first, second, third) => function((T1)first!, (T2)second!, (T3)third!), typeof(TResult), typeof(T1), typeof(T2), typeof(T3));

    /// <summary>Calls the function. Arguments that it does not have are ignored.</summary>
    public object? Invoke(object? first, object? second, object? third) => _invoke(first, second, third);
}
