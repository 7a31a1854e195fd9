// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.residents.file;

import java.util.List;

/** The fields of a record of IF-10 and IF-11, in order, as {@code docs/interfaces/resident-register.md} names them. */
final class Layout {

    static final List<String> ITEMS = List.of(
            "recordId",
            "version",
            "op",
            "addresseeNumber",
            "householdNumber",
            "residentKind",
            "residentState",
            "nameKanji",
            "nameKana",
            "aliasKanji",
            "aliasKana",
            "latinName",
            "nameKanaOfficial",
            "birthDate",
            "birthPrecision",
            "sex",
            "relation1",
            "relation2",
            "relation3",
            "relation4",
            "householderAddresseeNumber",
            "postalCode",
            "addressCode",
            "address",
            "buildingName",
            "previousPostalCode",
            "previousAddress",
            "previousBuildingName",
            "previousMunicipalityCode",
            "newPostalCode",
            "newAddress",
            "newBuildingName",
            "newMunicipalityCode",
            "newKind",
            "changeReason",
            "changeDate",
            "reportDate",
            "processedAt",
            "becameDate",
            "fixedDate",
            "lostDate",
            "nationality",
            "residenceStatus",
            "periodCode",
            "periodTo",
            "cardNumber",
            "supportMeasure",
            "supportFrom",
            "supportTo",
            "beforeImage");

    private Layout() {}
}
