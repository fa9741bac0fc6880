# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `chat`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import chat_create_session as _chat_create_session
from . import chat_delete_session as _chat_delete_session
from . import chat_get_session as _chat_get_session
from . import chat_list_messages as _chat_list_messages
from . import chat_list_sessions as _chat_list_sessions
from . import chat_send_message as _chat_send_message
from . import chat_send_message_stream as _chat_send_message_stream
from . import chat_submit_feedback as _chat_submit_feedback


class Chat:
    """Conversations with agents."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_sessions(self, *, page: int = 1, limit: int = 20) -> models.ChatSessionPage:
        """A page of conversations.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _chat_list_sessions.request(
                page=page,
                limit=limit,
            ),
            _chat_list_sessions.parse,
        )

    def iter_sessions(self, *, page: int = 1, limit: int = 20) -> Iterator[models.ChatSession]:
        """All items of `list_sessions`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list_sessions`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list_sessions(
                page=number,
                limit=limit,
            ),
            page,
        )

    def create_session(
        self, *, agent_id: str, title: str = "", metadata: Mapping[str, Any] | None = None
    ) -> models.ChatSession:
        """Begin a conversation.

        Args:
            agent_id: The agent to talk with.
            title: Its title.
            metadata: What to keep beside it.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _chat_create_session.request(
                agent_id=agent_id,
                title=title,
                metadata=metadata,
            ),
            _chat_create_session.parse,
        )

    def get_session(self, session_id: str) -> models.ChatSession:
        """One conversation.

        Args:
            session_id: The session.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _chat_get_session.request(
                session_id=session_id,
            ),
            _chat_get_session.parse,
        )

    def delete_session(self, session_id: str) -> None:
        """Remove a conversation and its messages.

        Args:
            session_id: The session.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _chat_delete_session.request(
                session_id=session_id,
            ),
            _chat_delete_session.parse,
        )

    def list_messages(self, session_id: str, *, page: int = 1, limit: int = 20) -> models.ChatMessagePage:
        """A page of messages, the oldest first.

        Args:
            session_id: The session.
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _chat_list_messages.request(
                session_id=session_id,
                page=page,
                limit=limit,
            ),
            _chat_list_messages.parse,
        )

    def iter_messages(self, session_id: str, *, page: int = 1, limit: int = 20) -> Iterator[models.ChatMessage]:
        """All items of `list_messages`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list_messages`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list_messages(
                session_id,
                page=number,
                limit=limit,
            ),
            page,
        )

    def send_message(self, session_id: str, *, content: str) -> models.ChatMessage:
        """Say something and wait for the answer.

        Args:
            session_id: The session.
            content: The text.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _chat_send_message.request(
                session_id=session_id,
                content=content,
            ),
            _chat_send_message.parse,
        )

    def send_message_stream(
        self, session_id: str, *, content: str
    ) -> Stream[
        models.ExecutionEvent
        | models.ThinkingEvent
        | models.ToolStartEvent
        | models.ToolEndEvent
        | models.ContentEvent
        | models.DoneEvent
        | models.ErrorEvent
    ]:
        """Say something and read the answer as it is made.

        Args:
            session_id: The session.
            content: The text.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.stream(
            _chat_send_message_stream.request(
                session_id=session_id,
                content=content,
            ),
            _chat_send_message_stream.parse,
        )

    def submit_feedback(
        self, session_id: str, *, execution_id: str, value: Literal[-1, 1] | int
    ) -> models.ChatFeedbackResponse:
        """Say whether an answer was good; a later verdict takes the place of an earlier one.

        Since promptrails 0.9.1.

        Args:
            session_id: The session.
            execution_id: The execution that answered.
            value: 1 for good, -1 for bad.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _chat_submit_feedback.request(
                session_id=session_id,
                execution_id=execution_id,
                value=value,
            ),
            _chat_submit_feedback.parse,
        )


class AsyncChat:
    """Conversations with agents."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list_sessions(self, *, page: int = 1, limit: int = 20) -> models.ChatSessionPage:
        """A page of conversations.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _chat_list_sessions.request(
                page=page,
                limit=limit,
            ),
            _chat_list_sessions.parse,
        )

    def iter_sessions(self, *, page: int = 1, limit: int = 20) -> AsyncIterator[models.ChatSession]:
        """All items of `list_sessions`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list_sessions`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list_sessions(
                page=number,
                limit=limit,
            ),
            page,
        )

    async def create_session(
        self, *, agent_id: str, title: str = "", metadata: Mapping[str, Any] | None = None
    ) -> models.ChatSession:
        """Begin a conversation.

        Args:
            agent_id: The agent to talk with.
            title: Its title.
            metadata: What to keep beside it.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _chat_create_session.request(
                agent_id=agent_id,
                title=title,
                metadata=metadata,
            ),
            _chat_create_session.parse,
        )

    async def get_session(self, session_id: str) -> models.ChatSession:
        """One conversation.

        Args:
            session_id: The session.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _chat_get_session.request(
                session_id=session_id,
            ),
            _chat_get_session.parse,
        )

    async def delete_session(self, session_id: str) -> None:
        """Remove a conversation and its messages.

        Args:
            session_id: The session.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _chat_delete_session.request(
                session_id=session_id,
            ),
            _chat_delete_session.parse,
        )

    async def list_messages(self, session_id: str, *, page: int = 1, limit: int = 20) -> models.ChatMessagePage:
        """A page of messages, the oldest first.

        Args:
            session_id: The session.
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _chat_list_messages.request(
                session_id=session_id,
                page=page,
                limit=limit,
            ),
            _chat_list_messages.parse,
        )

    def iter_messages(self, session_id: str, *, page: int = 1, limit: int = 20) -> AsyncIterator[models.ChatMessage]:
        """All items of `list_messages`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list_messages`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list_messages(
                session_id,
                page=number,
                limit=limit,
            ),
            page,
        )

    async def send_message(self, session_id: str, *, content: str) -> models.ChatMessage:
        """Say something and wait for the answer.

        Args:
            session_id: The session.
            content: The text.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _chat_send_message.request(
                session_id=session_id,
                content=content,
            ),
            _chat_send_message.parse,
        )

    def send_message_stream(
        self, session_id: str, *, content: str
    ) -> AsyncStream[
        models.ExecutionEvent
        | models.ThinkingEvent
        | models.ToolStartEvent
        | models.ToolEndEvent
        | models.ContentEvent
        | models.DoneEvent
        | models.ErrorEvent
    ]:
        """Say something and read the answer as it is made.

        Args:
            session_id: The session.
            content: The text.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.stream(
            _chat_send_message_stream.request(
                session_id=session_id,
                content=content,
            ),
            _chat_send_message_stream.parse,
        )

    async def submit_feedback(
        self, session_id: str, *, execution_id: str, value: Literal[-1, 1] | int
    ) -> models.ChatFeedbackResponse:
        """Say whether an answer was good; a later verdict takes the place of an earlier one.

        Since promptrails 0.9.1.

        Args:
            session_id: The session.
            execution_id: The execution that answered.
            value: 1 for good, -1 for bad.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _chat_submit_feedback.request(
                session_id=session_id,
                execution_id=execution_id,
                value=value,
            ),
            _chat_submit_feedback.parse,
        )
