using System;
using System.Threading.Tasks;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>A C# function that templates can call by its name.</summary>
internal sealed class TemplateFunction : IScriptCustomFunction
{
    private readonly Func<ScriptArray, object?> _invoke;
    private readonly ScriptParameterInfo[] _parameters;

    private TemplateFunction(string name, Func<ScriptArray, object?> invoke, Type returnType, params Type[] parameters)
    {
        Name = name;
        ReturnType = returnType;
        _invoke = invoke;
        _parameters = Array.ConvertAll(parameters, static type => new ScriptParameterInfo(type, "value"));
    }

    public string Name { get; }

    public Type ReturnType { get; }

    public int RequiredParameterCount => _parameters.Length;

    public int ParameterCount => _parameters.Length;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public static TemplateFunction Create<T, TResult>(string name, Func<T, TResult> function) =>
        new(name, arguments => function((T)arguments[0]!), typeof(TResult), typeof(T));

    public static TemplateFunction Create<T1, T2, TResult>(string name, Func<T1, T2, TResult> function) =>
        new(name, arguments => function((T1)arguments[0]!, (T2)arguments[1]!), typeof(TResult), typeof(T1), typeof(T2));

    public static TemplateFunction Create<T1, T2, T3, TResult>(string name, Func<T1, T2, T3, TResult> function) =>
        new(name, arguments => function((T1)arguments[0]!, (T2)arguments[1]!, (T3)arguments[2]!), typeof(TResult), typeof(T1), typeof(T2), typeof(T3));

    public ScriptParameterInfo GetParameterInfo(int index) => _parameters[index];

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) => _invoke(arguments);

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        throw new NotSupportedException();
}
