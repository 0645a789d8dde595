using System;
using Microsoft.AspNetCore.Http;

namespace LocalEndpoint.Signatures;

/// <summary>A received request, with everything that a signature can cover.</summary>
internal sealed record SignedRequest(string Method, RequestTarget Target, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body);
