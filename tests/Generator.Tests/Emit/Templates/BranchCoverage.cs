using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Emit.Templates;
using Scriban;
using Scriban.Syntax;

namespace DataZoneGen.Generator.Tests.Emit.Templates;

/// <summary>An engine that records which branches of its templates were rendered: both outcomes of each condition, and the body of each loop.</summary>
internal sealed class BranchCoverage : TemplateEngine
{
    private const string FunctionName = "mark_as_rendered";

    private readonly ConcurrentDictionary<string, bool> _isRendered;

    public BranchCoverage()
        : this(new(StringComparer.Ordinal))
    {
    }

    private BranchCoverage(ConcurrentDictionary<string, bool> isRendered)
        : base(TemplateFunction.Create<string, string?>(FunctionName, branch =>
        {
            isRendered[branch] = true;
            return null;
        })) => _isRendered = isRendered;

    public IEnumerable<string> Missing => _isRendered.Where(static branch => !branch.Value).Select(static branch => branch.Key).Order(StringComparer.Ordinal);

    public override Template Parse(string name)
    {
        var template = base.Parse(name);
        new BranchVisitor((node, branch) => Marker(name + ", line " + (node.Span.Start.Line + 1) + ", " + branch)).Visit(template.Page);
        return template;
    }

    /// <summary>Returns a statement that calls a function of this engine.</summary>
    private ScriptExpressionStatement Marker(string branch)
    {
        _isRendered.TryAdd(branch, false);
        var call = new ScriptFunctionCall { Target = new ScriptVariableGlobal(FunctionName) };
        call.Arguments.Add(new ScriptLiteral(branch));
        return new ScriptExpressionStatement { Expression = call };
    }

    private sealed class BranchVisitor(Func<ScriptNode, string, ScriptStatement> mark) : ScriptVisitor
    {
        public override void Visit(ScriptIfStatement? node)
        {
            base.Visit(node);
            var condition = "if " + node!.Condition;
            node.Then!.Statements.Insert(0, mark(node, condition));
            if (node.Else is not ScriptIfStatement)
            {
                node.Else ??= new ScriptElseStatement { Body = new ScriptBlockStatement() };
                ((ScriptElseStatement)node.Else).Body!.Statements.Insert(0, mark(node, condition + ": else"));
            }
        }

        public override void Visit(ScriptForStatement? node)
        {
            base.Visit(node);
            node!.Body!.Statements.Insert(0, mark(node, "for " + node.Variable + " in " + node.Iterator));
        }
    }
}
