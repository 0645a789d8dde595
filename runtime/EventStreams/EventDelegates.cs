using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>Makes the object of an event. Generated code has such a method for each stream.</summary>
/// <typeparam name="TEvent">The events of the stream.</typeparam>
/// <param name="message">The event.</param>
/// <returns>The object.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate TEvent EventReading<TEvent>(ref EventReader message);

/// <summary>Makes the exception of an error that is modeled as an event. Generated code has such a method for each stream.</summary>
/// <param name="error">The error; its code is its name in the stream.</param>
/// <returns>The exception; <see langword="null"/> for an error that the stream's model does not know.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate AwsServiceException? EventErrorReading(ref ErrorReader error);

/// <summary>Writes an event. Generated code has such a method for each stream.</summary>
/// <typeparam name="TEvent">The events of the stream.</typeparam>
/// <param name="message">Where to.</param>
/// <param name="value">The event.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void EventWriting<TEvent>(EventWriter message, TEvent value);
