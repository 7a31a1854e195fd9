// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.teate.access.Approval;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.Discard;
import org.teate.exchange.Queues;
import org.teate.exchange.WaitingMessage;
import org.teate.ports.Message;

/** One message to another system, and what is done if that does not take it: tell it again, or discard it by two persons（取消）. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("exchange-messages")
@HttpWhiteboardServletPattern(MessagesPage.PATH + "/*")
public final class MessagesPage extends Page {

    static final String PATH = "/exchange/messages";

    private static final long serialVersionUID = 1L;

    private final transient Queues queues;
    private final transient Guard guard;

    @Activate
    public MessagesPage(@Reference Pages pages, @Reference Queues queues, @Reference Guard guard) {
        super(pages);
        this.queues = queues;
        this.guard = guard;
    }

    /** The page of one message. */
    static String address(String key) {
        return Pager.below(PATH, key);
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (path.length() < 2) {
            throw new NotFound();
        }
        String key = path.substring(1);
        boolean opened = Form.text(request, "content").equals("1");
        Optional<WaitingMessage> waiting = queues.find(key);
        Optional<Message> content = opened || waiting.isEmpty() ? opened(key) : Optional.empty();
        if (waiting.isEmpty() && content.isEmpty()) {
            throw new NotFound();
        }
        Optional<Approval> draft = queues.proposal(key);
        Map<String, Object> model = new HashMap<>();
        model.put("key", key);
        model.put(
                "kind",
                waiting.map(WaitingMessage::kind)
                        .or(() -> content.map(Message::kind))
                        .orElseThrow());
        model.put("waiting", waiting);
        model.put("discard", waiting.flatMap(WaitingMessage::discard));
        model.put("overtaken", waiting.isEmpty() && draft.isPresent());
        model.put(
                "content",
                content.map(message -> MessageContent.of(message.body())).orElse(MessageContent.NONE));
        model.put("maySeePeople", guard.permits(Permission.PERSON_VIEW));
        model.put("mayAct", guard.permits(Permission.EXCHANGE_IMPORT));
        model.put("obstacle", WaitingDraft.obstacle(draft, guard.actor()));
        pages().send(request, response, "message", model);
    }

    private Optional<Message> opened(String key) {
        return guard.permits(Permission.PERSON_VIEW) ? queues.open(key) : Optional.empty();
    }

    @Override
    Answer act(String path, HttpServletRequest request) {
        int slash = path.lastIndexOf('/');
        if (slash < 2) {
            throw new NotFound();
        }
        String key = path.substring(1, slash);
        switch (path.substring(slash + 1)) {
            case "retry" -> retry(key, request);
            case "discard" -> said(queues.proposeDiscard(key, Form.reason(request, "reason", "取消の理由")), request);
            case "approve" -> said(queues.approveDiscard(proposal(key)), request);
            case "send-back" -> said(
                    queues.sendBackDiscard(proposal(key), Form.reason(request, "reason", "差戻しの理由")), request);
            default -> throw new NotFound();
        }
        return goTo(address(key));
    }

    private long proposal(String key) {
        return queues.proposal(key)
                .map(Approval::number)
                .orElseThrow(() -> new Refusal("この通知の取消は起案されていないか、すでに決裁または差戻しが済んでいます。"));
    }

    private void retry(String key, HttpServletRequest request) {
        if (queues.retry(key, Form.reason(request, "reason", "再送の理由"))) {
            Notice.success(request, "もう一度送ります。");
        } else {
            Notice.error(request, "この通知は、送信待ちではないか、まだ一度も送られていません。");
        }
    }

    private static void said(Discard discard, HttpServletRequest request) {
        if (discard instanceof Discard.Proposed) {
            Notice.success(request, "取消を起案しました。別の職員が決裁するまで、通知は待ちます。");
        } else if (discard instanceof Discard.SentBack) {
            Notice.success(request, "取消の起案を差し戻しました。");
        } else if (discard instanceof Discard.Discarded) {
            Notice.success(request, "通知を取り消しました。後の通知は順に送られます。");
        } else if (discard instanceof Discard.NotDiscarded not) {
            Notice.error(request, not.reason());
        }
    }
}
